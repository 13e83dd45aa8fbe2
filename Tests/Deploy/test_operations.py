"""What docs/operations.md says of PostgreSQL, done as it stands there: the role, the database, and a dump that comes back."""
import os, re, shutil, subprocess, tempfile, unittest, urllib.parse, zipfile

from nodes import ROOT
from learners import course
from server import BINARY

PAGE = (ROOT / "docs/operations.md").read_text()


class OperationsTests(unittest.TestCase):
    def setUp(self):
        self.server = os.environ["CORNERMAN_TEST_POSTGRES"]
        self.folder = tempfile.mkdtemp(prefix="cornerman-operations-")
        self.addCleanup(shutil.rmtree, self.folder, True)

    def remove(self):
        self.sql(
            "DROP DATABASE IF EXISTS cornerman_page WITH (FORCE)", "DROP DATABASE IF EXISTS cornerman_again WITH (FORCE)",
            "DROP ROLE IF EXISTS cornerman_page")

    def sql(self, *statements):
        arguments = [part for statement in statements for part in ("-c", statement)]
        subprocess.run(
            ["psql", "-q", "-v", "ON_ERROR_STOP=1", self.server + "postgres", *arguments], check=True)

    def statements(self):
        """The page's, with names that are free on a server whose superuser is called cornerman."""
        block = re.search(r"(?s)```sql\n(.*?)```", PAGE).group(1)
        role, database = re.sub(r"\bcornerman\b", "cornerman_page", block).split(";")[:2]
        return role, database

    def url(self, database):
        host = urllib.parse.urlsplit(self.server).netloc.rpartition("@")[2]
        return f"postgres://cornerman_page:secret@{host}/{database}"

    def cornerman(self, database, *arguments):
        environment = dict(os.environ, CORNERMAN_DATABASE_URL=self.url(database))
        done = subprocess.run(
            [BINARY, *arguments], capture_output=True, text=True, cwd=self.folder, env=environment, timeout=120)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout

    def test_a_dump_comes_back_into_a_database_that_is_made_as_the_page_says(self):
        role, database = self.statements()
        self.addCleanup(self.remove)
        again = database.replace("DATABASE cornerman_page", "DATABASE cornerman_again")
        self.sql(role, "ALTER ROLE cornerman_page PASSWORD 'secret'", database, again)
        package = os.path.join(self.folder, "course.xml")
        with open(package, "wb") as file:
            file.write(course("kept", 3))
        self.cornerman("cornerman_page", "person", "add", "Ada Admin", "--email", "ada@example.com", "--role", "admin")
        self.cornerman("cornerman_page", "import", package)
        dump = os.path.join(self.folder, "dump")
        self.assertIn('pg_dump -Fc -d "$CORNERMAN_DATABASE_URL" -f FILE', PAGE)
        self.assertIn("pg_restore --no-owner -d URL FILE", PAGE)
        subprocess.run(["pg_dump", "-Fc", "-d", self.url("cornerman_page"), "-f", dump], check=True)
        subprocess.run(["pg_restore", "--no-owner", "-d", self.url("cornerman_again"), dump], check=True)
        self.assertIn("All is well.", self.cornerman("cornerman_again", "doctor"))
        self.cornerman("cornerman_again", "export", "kept", "-o", "kept.zip")
        with zipfile.ZipFile(os.path.join(self.folder, "kept.zip")) as archive:
            self.assertEqual([archive.read(name) for name in archive.namelist()], [course("kept", 3)])

    def test_the_files_that_it_installs_are_in_the_folder_that_it_names(self):
        for name in set(re.findall(r"deploy/[\w@.]+\w", PAGE)):
            self.assertTrue((ROOT / name).is_file(), name)
