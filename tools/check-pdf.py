#!/usr/bin/env python3
"""Validates PDF files against PDF/UA-1 and PDF/A-2a with the package `page-validation`. Exit 1 on any failure."""

import sys

import page

failed = False
for path in sys.argv[1:]:
    for profile in ("ua1", "2a"):
        report = page.validate_pdf(path, profile=profile)
        print(f"{path}: {profile} {'passed' if report.is_compliant else 'FAILED'} ({report.rules})")
        for failure in report.failures:
            print(f"  {failure}")
        failed |= not report.is_compliant
sys.exit(failed)
