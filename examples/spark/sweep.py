"""Sweep on a cluster: every task is a shard of ``yuma sweep``, piped through the command on its machine.

    spark-submit examples/spark/sweep.py OUT SHARDS --grid kappa=0.4:0.6:0.01 --draws 100 ...

The part files in OUT, joined in order, are what ``yuma sweep --json`` prints on one machine. YUMA is the command where
it is not ``yuma``.
"""

import os
import shlex
import sys

from pyspark import SparkContext

out, shards, *sweep = sys.argv[1:]
command = f"{os.environ.get('YUMA', 'yuma')} sweep --json {shlex.join(sweep)} --shard {{}}"

# A point that fails is a line that says why, and status 1; anything else fails the task, which Spark runs once more.
pipe = shlex.join(["xargs", "-I{}", "sh", "-c", f"{command} || test $? = 1"])

with SparkContext(appName="yuma sweep") as spark:
    numbers = [f"{shard}/{shards}" for shard in range(1, int(shards) + 1)]
    spark.parallelize(numbers, int(shards)).pipe(pipe, checkCode=True).saveAsTextFile(out)
