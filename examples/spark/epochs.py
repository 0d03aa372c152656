"""Run a stream of epochs on a cluster, with the Python host inside the executors.

    spark-submit examples/spark/epochs.py STATES OUT TASKS

STATES has a state in JSON a line. The part files in OUT, joined in order, are what ``python -m yuma_consensus.lines``
prints on one machine: a digest and a result a line.
"""

import sys

from pyspark import SparkContext

from yuma_consensus.lines import results

states, out, tasks = sys.argv[1:]

with SparkContext(appName="yuma epochs") as spark:
    spark.textFile(states, int(tasks)).mapPartitions(results).saveAsTextFile(out)
