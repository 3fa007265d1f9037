import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Prints the events of Relais, a line each: type, subject, time, value. It belongs to no consumer group, so it disturbs nobody.
 *
 * <p>java -cp "kafka/libs/*" ConsoleConsumer.java BROKERS [PREFIX] [--once]
 */
public class ConsoleConsumer {
  private static final List<String> STREAMS = List.of("cases", "directory", "platform");

  public static void main(String[] arguments) {
    List<String> given = List.of(arguments);
    if (given.isEmpty()) {
      System.err.println("Say where Kafka is: java -cp 'kafka/libs/*' ConsoleConsumer.java localhost:8404 relais");
      System.exit(2);
    }
    String prefix = given.size() > 1 && !given.get(1).startsWith("--") ? given.get(1) : "relais";
    // Ends after what is there now, instead of waiting for more.
    boolean once = given.contains("--once");

    Properties settings = new Properties();
    settings.put("bootstrap.servers", given.get(0));
    settings.put("key.deserializer", StringDeserializer.class.getName());
    settings.put("value.deserializer", StringDeserializer.class.getName());
    settings.put("enable.auto.commit", "false");

    try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings)) {
      List<TopicPartition> partitions =
          STREAMS.stream()
              .flatMap(stream -> consumer.partitionsFor(prefix + "." + stream + ".v1").stream())
              .map(one -> new TopicPartition(one.topic(), one.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (!once || ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(500))) {
          System.out.printf(
              "%s\t%s\t%s\t%s%n",
              header(record, "ce_type"), header(record, "ce_subject"), header(record, "ce_time"), record.value());
        }
      }
    }
  }

  private static String header(ConsumerRecord<String, String> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? "-" : new String(header.value(), StandardCharsets.UTF_8);
  }
}
