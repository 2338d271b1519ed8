#!/usr/bin/env python3
"""Distils the machine-readable Messages part of Twilio's API into the small table that the fake checks requests and answers against.

Origin: twilio/twilio-oai (MIT licence), twilio_api_v2010.json, its paths under Messages and the schemas they use.
Kept: names, required flags, types, patterns and lists of values. No prose.
Use: python3 distil.py path/to/openapi.json > messages-api.json
"""
import json
import sys

PREFIX = "/2010-04-01/Accounts/{AccountSid}/"
# Of an answer: every property. Of a request: path parameters are left out, the fake's own routes know them.
SCHEMAS = {"Message": "api.v2010.account.message", "Media": "api.v2010.account.message.media"}


def kind(schema, schemas):
    """A type as one short word: string, integer, number, boolean, uri, url list, one|of|these, or a pattern between slashes."""
    if "$ref" in schema:
        return "|".join(schemas[schema["$ref"].split("/")[-1]]["enum"])
    if "pattern" in schema:
        return f"/{schema['pattern']}/"
    if schema["type"] == "array":
        return "list of " + kind(schema["items"], schemas)
    return {"uri": "uri", "date-time": "time", "date-time-rfc-2822": "rfc2822"}.get(schema.get("format"), schema["type"])


def main(path):
    api = json.load(open(path, encoding="utf-8"))
    schemas = api["components"]["schemas"]
    operations = {}
    for address, item in api["paths"].items():
        for verb in ("get", "post", "delete"):
            if verb not in item:
                continue
            takes = {p["name"]: kind(p["schema"], schemas) for p in item[verb].get("parameters", []) if p["in"] == "query"}
            for body in item[verb].get("requestBody", {}).get("content", {}).values():
                required = body["schema"].get("required", [])
                takes |= {name + ("!" if name in required else ""): kind(schema, schemas)
                          for name, schema in body["schema"]["properties"].items()}
            status = next(iter(item[verb]["responses"]))
            operations[f"{verb.upper()} {address.removeprefix(PREFIX)}"] = {"answers": int(status), "takes": takes}
    answers = {name: {field: kind(schema, schemas) + ("?" if schema.get("nullable") else "")
                      for field, schema in schemas[source]["properties"].items()} for name, source in SCHEMAS.items()}
    lines = lambda table: ",\n".join(f"    {json.dumps(k)}: {json.dumps(table[k])}" for k in sorted(table))
    print("{")
    print('  "origin": "twilio/twilio-oai, MIT licence; distilled by distil.py",')
    print(f'  "version": "2010-04-01",\n  "operations": {{\n{lines(operations)}\n  }},\n  "answers": {{\n{lines(answers)}\n  }}\n}}')


main(sys.argv[1])
