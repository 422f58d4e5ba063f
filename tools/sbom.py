#!/usr/bin/env python3
"""Writes what is built into the program as CycloneDX 1.5: tools/sbom.py > waage.cdx.json

The packages come from Cargo.lock by way of `cargo metadata`: those the binary needs, not those of tests and the build. The same
lock gives the same bytes.
"""
import json
import subprocess
import sys

target = sys.argv[1] if len(sys.argv) > 1 else None
call = ["cargo", "metadata", "--format-version", "1", "--locked"]
metadata = json.loads(subprocess.check_output(call + (["--filter-platform", target] if target else [])))
packages = {it["id"]: it for it in metadata["packages"]}
nodes = {it["id"]: it for it in metadata["resolve"]["nodes"]}
root = metadata["resolve"]["root"]


def needs(node):
    """What a package is built from; `kind` is None for ordinary dependencies."""
    return sorted(it["pkg"] for it in nodes[node]["deps"] if any(kind["kind"] is None for kind in it["dep_kinds"]))


reached, waiting = set(), [root]
while waiting:
    node = waiting.pop()
    if node not in reached:
        reached.add(node)
        waiting.extend(needs(node))


def purl(node):
    return "pkg:cargo/{name}@{version}".format(**packages[node])


def component(node):
    package = packages[node]
    told = {"type": "application" if node == root else "library", "bom-ref": purl(node), "name": package["name"],
            "version": package["version"], "purl": purl(node)}
    if package.get("license"):
        told["licenses"] = [{"expression": package["license"].replace("/", " OR ")}]
    return told


others = sorted(reached - {root}, key=purl)
json.dump({
    "bomFormat": "CycloneDX",
    "specVersion": "1.5",
    "version": 1,
    "metadata": {"component": component(root)},
    "components": [component(it) for it in others],
    "dependencies": [{"ref": purl(it), "dependsOn": sorted(map(purl, needs(it)))} for it in [root, *others]],
}, sys.stdout, indent=2)
print()
