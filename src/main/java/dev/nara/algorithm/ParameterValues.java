package dev.nara.algorithm;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A checked value for every parameter of an algorithm. Immutable. */
public final class ParameterValues {
    private final Map<String, String> values;

    private ParameterValues(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Defaults overridden by settings.
     *
     * @throws DataException if a setting names no parameter or its value is not accepted
     */
    public static ParameterValues of(List<Parameter> parameters, Map<String, String> settings) throws DataException {
        Map<String, String> values = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            String value = settings.getOrDefault(parameter.name(), parameter.defaultValue());
            values.put(
                    parameter.name(),
                    parameter
                            .normal(value)
                            .orElseThrow(() -> new DataException(
                                    Text.of("parameter.value", parameter.name(), value.strip()),
                                    Text.of("parameter.value.remedy", parameter.range()))));
        }
        checkNames(parameters, settings.keySet());
        return new ParameterValues(values);
    }

    /**
     * Checks that every name is that of a parameter, regardless of values.
     *
     * @throws DataException naming one that is not
     */
    public static void checkNames(List<Parameter> parameters, Set<String> names) throws DataException {
        List<String> known = parameters.stream().map(Parameter::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new DataException(
                        Text.of("parameter.unknown", name),
                        known.isEmpty()
                                ? Text.of("parameter.unknown.remedy.none")
                                : Text.of("parameter.unknown.remedy", String.join(", ", known)));
            }
        }
    }

    /** All values in their normal spelling, in the order of the parameters. */
    public Map<String, String> asMap() {
        return Collections.unmodifiableMap(values);
    }

    /** A value in its normal spelling. */
    public String text(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    /** The value of a whole number. */
    public int whole(String name) {
        return Integer.parseInt(text(name));
    }

    /** The value of a number. */
    public double real(String name) {
        return Double.parseDouble(text(name));
    }

    /** The sizes of layers: shape [layers]. */
    public int[] sizes(String name) {
        String[] parts = text(name).split("-", -1);
        int[] sizes = new int[parts.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Integer.parseInt(parts[i]);
        }
        return sizes;
    }
}
