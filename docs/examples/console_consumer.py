"""Prints the events of Relais, a line each: type, subject, time, value.

It belongs to no consumer group, so it disturbs nobody.

    pip install -r requirements.txt
    python console_consumer.py BROKERS [PREFIX] [--once]
"""

import sys

from kafka import KafkaConsumer, TopicPartition

STREAMS = ("cases", "directory", "platform")


def header(record, name):
    return next((value.decode() for key, value in record.headers if key == name), "-")


def main(given):
    if not given:
        sys.exit("Say where Kafka is: python console_consumer.py localhost:8404 relais")
    prefix = given[1] if len(given) > 1 and not given[1].startswith("--") else "relais"
    # Ends after what is there now, instead of waiting for more.
    once = "--once" in given

    consumer = KafkaConsumer(bootstrap_servers=given[0].split(","), enable_auto_commit=False)
    partitions = [
        TopicPartition(topic, partition)
        for topic in (f"{prefix}.{stream}.v1" for stream in STREAMS)
        for partition in sorted(consumer.partitions_for_topic(topic) or ())
    ]
    if not partitions:
        sys.exit(f"There is no topic {prefix}.cases.v1 at {given[0]}")
    consumer.assign(partitions)
    consumer.seek_to_beginning(*partitions)
    ends = consumer.end_offsets(partitions)
    while not once or any(consumer.position(one) < end for one, end in ends.items()):
        for records in consumer.poll(timeout_ms=500).values():
            for record in records:
                value = (record.value or b"").decode()
                line = (header(record, "ce_type"), header(record, "ce_subject"), header(record, "ce_time"), value)
                print(*line, sep="\t", flush=True)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        pass
