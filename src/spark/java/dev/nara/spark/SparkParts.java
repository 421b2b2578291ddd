package dev.nara.spark;

import dev.nara.neumf.LearntArrays;
import dev.nara.neumf.NeuMfPart;
import dev.nara.neumf.PartOutcome;
import dev.nara.neumf.PartTrainer;
import dev.nara.vector.VectorEngine;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * Trains parts of a NeuMF on the machines that hold their users. What a part has learnt about its users stays there; shared weights are
 * sent to every machine once a round, and their mean is returned. If a machine is lost, another one repeats its part from the last state of
 * its users on the driver, with the weights shared since then, and gets the same result.
 */
final class SparkParts implements PartTrainer {
    /** The number of rounds after which the driver collects the users' rows, so that little has to be repeated. */
    private static final int ROUNDS = 50;

    private final JavaSparkContext context;

    SparkParts(JavaSparkContext context) {
        this.context = context;
    }

    @Override
    public Training start(List<NeuMfPart> parts) {
        return new OnMachines(parts);
    }

    /** A part after a round, with its number and the users' rows for the next round. */
    private record Kept(
            int part, LearntArrays users, @Nullable PartOutcome outcome) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    private final class OnMachines implements Training {
        private final ArrayList<Broadcast<NeuMfPart>> sentParts = new ArrayList<>();
        private final List<Broadcast<LearntArrays>> sent = new ArrayList<>();
        private JavaRDD<Kept> state = context.emptyRDD();
        private int rounds;

        OnMachines(List<NeuMfPart> parts) {
            parts.forEach(part -> sentParts.add(context.broadcast(part)));
        }

        @Override
        public void begin(List<LearntArrays> users) {
            forget();
            ArrayList<Broadcast<LearntArrays>> first = new ArrayList<>();
            users.forEach(some -> first.add(context.broadcast(some)));
            sent.addAll(first);
            List<Integer> numbers = IntStream.range(0, sentParts.size()).boxed().toList();
            state = context.parallelize(numbers, sentParts.size())
                    .map(p -> new Kept(p, first.get(p).value(), null));
        }

        @Override
        public PartOutcome round(LearntArrays shared, NeuMfPart.Round round) {
            if (++rounds % ROUNDS == 0) {
                begin(end());
            }
            Broadcast<LearntArrays> others = context.broadcast(shared);
            sent.add(others);
            ArrayList<Broadcast<NeuMfPart>> all = sentParts;
            int threads = context.getConf().getInt("spark.task.cpus", 1);
            JavaRDD<Kept> before = state;
            state = before.map(kept -> trained(all.get(kept.part).value(), kept, others.value(), round, threads))
                    .persist(StorageLevel.MEMORY_AND_DISK());
            PartOutcome mean = mean(state, sentParts.size());
            before.unpersist(false);
            return mean;
        }

        @Override
        public List<LearntArrays> end() {
            List<LearntArrays> users = new ArrayList<>();
            // One part at a time, because Spark limits the size of results.
            state.map(Kept::users).toLocalIterator().forEachRemaining(users::add);
            return users;
        }

        private void forget() {
            state.unpersist(false);
            sent.forEach(Broadcast::destroy);
            sent.clear();
        }

        @Override
        public void close() {
            forget();
            sentParts.forEach(Broadcast::destroy);
        }
    }

    private static Kept trained(NeuMfPart part, Kept kept, LearntArrays shared, NeuMfPart.Round round, int threads) {
        try (GivenThreads given = new GivenThreads(threads)) {
            PartOutcome outcome = given.run(() ->
                    part.train(new VectorEngine(threads), VectorEngine.arithmetic(), "cpu", kept.users, shared, round));
            return new Kept(kept.part, outcome.users(), outcome.withoutUsers());
        }
    }

    /** Sums in a fixed order, independent of which part finishes first; only the mean of all is sent to the driver. */
    private static PartOutcome mean(JavaRDD<Kept> trained, int parts) {
        JavaPairRDD<Integer, PartOutcome> some = trained.mapToPair(kept -> new Tuple2<>(kept.part, kept.outcome));
        for (int count = parts; count > 1; count = (count + PartOutcome.FAN - 1) / PartOutcome.FAN) {
            some = some.mapToPair(one -> new Tuple2<>(one._1 / PartOutcome.FAN, one))
                    .groupByKey((count + PartOutcome.FAN - 1) / PartOutcome.FAN)
                    .mapValues(group -> mean(group.iterator()));
        }
        return some.values().first();
    }

    private static PartOutcome mean(Iterator<Tuple2<Integer, PartOutcome>> outcomes) {
        Iterable<Tuple2<Integer, PartOutcome>> each = () -> outcomes;
        return PartOutcome.mean(StreamSupport.stream(each.spliterator(), false)
                .sorted(Comparator.comparing(outcome -> outcome._1))
                .map(outcome -> outcome._2)
                .toList());
    }
}
