import Hummingbird
import ServiceLifecycle
import Metrics
import Logging
