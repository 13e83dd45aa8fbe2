internal import GRDB
import Crypto
