"""The contract is one document: every reference in api/openapi.yaml leads somewhere, every operation says what it
answers, and every definition of api/contract.schema.json is used; the
problems that the portal raises are those that the contract lists."""
import json
import pathlib
import re
import sys

import yaml

root = pathlib.Path(sys.argv[1])
api = yaml.safe_load((root / "api/openapi.yaml").read_text())
contract = json.loads((root / "api/contract.schema.json").read_text())
problems = []


def resolve(reference, here):
    file, _, pointer = reference.partition("#/")
    node = contract if file == "contract.schema.json" else here
    for part in pointer.split("/"):
        node = node.get(part.replace("~1", "/").replace("~0", "~")) if isinstance(node, dict) else None
    if node is None:
        problems.append(f"{reference} leads nowhere")
    return reference


def references(node, here):
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "$ref":
                yield resolve(value, here)
            else:
                yield from references(value, here)
    elif isinstance(node, list):
        for value in node:
            yield from references(value, here)


used = {r.rsplit("/", 1)[-1] for r in references(api, api)} | {r.rsplit("/", 1)[-1] for r in references(contract, contract)}
by_kind = {"Transaction", "FeeInstruction"}  # named in the text of Item: `kind` decides
problems += [f"{name} is never used" for name in contract["definitions"] if name not in used | by_kind]
problems += [f"{name} is missing in the components" for name in contract["definitions"] if name not in api["components"]["schemas"]]
if not str(api["openapi"]).startswith("3.1."):
    problems.append("not OpenAPI 3.1")
operations = set()
for path, methods in api["paths"].items():
    for method, operation in methods.items():
        name = f"{method} {path}"
        if operation.get("operationId") in operations or not operation.get("operationId"):
            problems.append(f"{name} has no id of its own")
        operations.add(operation.get("operationId"))
        if "200" not in operation["responses"] or "401" not in operation["responses"]:
            problems.append(f"{name} does not say what it answers")
        written = {part[1:-1] for part in path.split("/") if part.startswith("{")}
        resolved = [p if "$ref" not in p else api["components"]["parameters"][p["$ref"].rsplit("/", 1)[-1]]
                    for p in operation.get("parameters", [])]
        if written != {p["name"] for p in resolved if p["in"] == "path"}:
            problems.append(f"{name}: path parameters differ")
        refusal = operation["responses"].get("401", {})
        refusal = api["components"]["responses"].get(refusal.get("$ref", "").rsplit("/", 1)[-1], refusal)
        if "WWW-Authenticate" not in refusal.get("headers", {}):
            problems.append(f"{name}: 401 does not say how to ask")
written = set(re.findall(r"`([a-z-]+)`", contract["definitions"]["Problem"]["properties"]["type"]["description"]))
raised = set(re.findall(r'constexpr Problem \w+\{\s*"([a-z-]+)"', (root / "app/portal/http.h").read_text()))
problems += [f"the problem {code} is raised and not written" for code in sorted(raised - written)]
problems += [f"the problem {code} is written and never raised" for code in sorted(written - raised)]
print("\n".join(problems) or f"{len(operations)} operations, {len(contract['definitions'])} definitions")
sys.exit(1 if problems else 0)
