package dev.nara.search;

import dev.nara.algorithm.Parameter;
import dev.nara.data.DataException;
import dev.nara.search.space.Dimension;
import dev.nara.search.space.SpaceText;
import dev.nara.spec.RunSettings;
import dev.nara.spec.RunSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Settings with several values each: every combination is a run; too many combinations need a search. */
public record VariedSettings(List<Varied> varied) {
    /** More runs than this need a search. */
    public static final int MOST_RUNS = 12;

    /** No varied settings. */
    public static final VariedSettings NONE = new VariedSettings(List.of());

    /**
     * A varied setting.
     *
     * @param dimension its values
     * @param others parameters that take the same value
     */
    public record Varied(Dimension dimension, List<String> others) {
        /**
         * Parses values as in {@code --space}, such as {@code 8|16|32} or {@code 0.001..0.1:log}.
         *
         * @throws DataException naming the invalid part
         */
        public static Varied of(Parameter parameter, String values, List<String> others) throws DataException {
            String text = parameter.name() + "=" + values;
            return new Varied(
                    SpaceText.parse(text, name -> Optional.of(parameter))
                            .dimensions()
                            .get(0),
                    others);
        }

        private boolean ofRun() {
            return RunSettings.ALL.stream().anyMatch(p -> p.name().equals(dimension.name()));
        }

        private OptionalLong count() {
            return dimension instanceof Dimension.Range ? OptionalLong.empty() : dimension.count();
        }

        private void put(Map<String, String> settings, String value) {
            settings.put(dimension.name(), value);
            others.forEach(other -> settings.put(other, value));
        }

        private String values() {
            return SpaceText.of(dimension).substring(dimension.name().length() + 1);
        }
    }

    /** The number of combinations; empty if a range of numbers is continuous. */
    public OptionalLong count() {
        long product = 1;
        for (Varied one : varied) {
            if (one.count().isEmpty()) {
                return OptionalLong.empty();
            }
            product = Math.multiplyExact(product, one.count().getAsLong());
        }
        return OptionalLong.of(product);
    }

    /** Whether there are few enough to train them all. */
    public boolean few() {
        return count().orElse(Long.MAX_VALUE) <= MOST_RUNS;
    }

    /** The runs of all combinations, the last setting changing first; only if {@link #few}. */
    public List<RunSpec> runs(RunSpec base) {
        List<RunSpec> all = List.of(base);
        for (Varied one : varied) {
            List<RunSpec> more = new ArrayList<>();
            for (RunSpec spec : all) {
                for (String value : one.dimension().values()) {
                    more.add(with(spec, one, value));
                }
            }
            all = more;
        }
        return all;
    }

    private static RunSpec with(RunSpec spec, Varied one, String value) {
        Map<String, String> settings = new LinkedHashMap<>(one.ofRun() ? Map.of() : spec.values());
        one.put(settings, value);
        return one.ofRun()
                ? spec.change().run(settings).spec()
                : spec.change().values(settings).spec();
    }

    /**
     * The search space of a search instead, as in {@code --space}: linked parameters vary independently there, and the number of epochs is
     * taken from the learning curve.
     */
    public String space() {
        return varied.stream()
                .filter(one -> !one.ofRun())
                .flatMap(one -> Stream.concat(Stream.of(one.dimension().name()), one.others().stream())
                        .map(name -> name + "=" + one.values()))
                .collect(Collectors.joining(","));
    }

    /** The values of each setting as in {@code --space}, by its first parameter. */
    public Map<String, String> texts() {
        return varied.stream().collect(Collectors.toMap(one -> one.dimension().name(), Varied::values));
    }

    /** The starting point of a search instead: with the largest number of epochs, since it takes the best epoch from the learning curve. */
    public RunSpec start(RunSpec base) {
        RunSpec start = base;
        for (Varied one : varied) {
            if (one.ofRun()) {
                List<String> values = one.dimension().values();
                String most = values.stream()
                        .max(Comparator.comparingLong(Long::parseLong))
                        .orElseThrow();
                start = with(start, one, most);
            }
        }
        return start;
    }
}
