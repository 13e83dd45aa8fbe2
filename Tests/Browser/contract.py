"""What the API says of itself: which parameters each operation takes."""
import functools
import re


@functools.cache
def _operations(server):
    status, _, document = server.request("GET", "/openapi.json")
    assert status == 200, document
    return [
        (method.upper(), re.compile(re.sub(r"\{[^}]+\}", "[^/]+", path)), {
            item["name"] for item in operation.get("parameters", []) if item["in"] == "query"})
        for path, methods in document["paths"].items() for method, operation in methods.items()]


def parameters(server, method, path):
    """The query parameters of an operation; none of one that the API does not have."""
    fitting = [
        (len(pattern.pattern.split("[^/]+")), names) for verb, pattern, names in _operations(server)
        if verb == method and pattern.fullmatch(path)]
    # Of `/v1/sessions/current` and `/v1/sessions/{id}` the plainer one is meant.
    return min(fitting, key=lambda one: one[0], default=(0, set()))[1]
