#!/usr/bin/env python3
"""Very many firms with Apache Spark: every partition goes through one start of `waage batch`.

Usage: spark.py FIRMS.ndjson RECORDS   (RECORDS becomes a folder of text files, in the order of the input)
Needs: pip install pyspark, Java, and `waage` on the PATH of every worker. On a cluster: spark-submit --master ...
"""

import datetime
import os
import sys

from pyspark.sql import SparkSession


def main(firms, records):
    spark = SparkSession.builder.appName("waage").getOrCreate()
    # Partitions keep the order of the file; `waage batch` keeps it within a partition. Exit 3 says that some firms have
    # faults; their lines say which, so the job goes on.
    lines = spark.sparkContext.textFile(firms)
    # A pipe starts with an empty environment, and every partition is reckoned for one and the same day.
    command = f"sh -c 'waage batch --date {datetime.date.today()} || [ $? -eq 3 ]'"
    lines.pipe(command, env={"PATH": os.environ["PATH"]}, checkCode=True).saveAsTextFile(records)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:3])
