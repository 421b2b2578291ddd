package dev.nara.split;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All splits, or all candidate rules: found by their notation, and listed for forms and help. */
public final class Register<N extends Notation> {
    private final List<N> all;

    /** A register that lists them in this order. */
    public Register(List<N> all) {
        this.all = List.copyOf(all);
    }

    public List<N> all() {
        return all;
    }

    /** The entry named before the colon; empty if there is none. */
    public Optional<N> find(String written) {
        String name = part(written, true);
        return all.stream().filter(one -> one.name().equalsIgnoreCase(name)).findFirst();
    }

    /** The argument after the colon, as written; "" for none. */
    public static String argument(String written) {
        return part(written, false);
    }

    private static String part(String written, boolean name) {
        int colon = written.indexOf(':');
        String part = name ? (colon < 0 ? written : written.substring(0, colon)) : written.substring(colon + 1);
        return !name && colon < 0 ? "" : part.strip();
    }

    /** The normal spelling of a notation; empty if it is invalid. */
    public Optional<String> normal(String written) {
        return find(written)
                .flatMap(one -> one.argument().normal(argument(written)).map(a -> written(one, a)));
    }

    /** A name with its argument. */
    public static String written(Notation one, String argument) {
        return argument.isEmpty() ? one.name() : one.name() + ":" + argument;
    }

    /**
     * The normal spelling of an entry's argument.
     *
     * @throws DataException if the argument is invalid
     */
    public static String argument(Notation one, String written) throws DataException {
        String given = argument(written);
        Optional<String> normal = one.argument().normal(given);
        if (normal.isPresent()) {
            return normal.get();
        }
        throw new DataException(
                Text.of("notation.argument", one.name(), given),
                one.argument().form().isEmpty() || one.examples().isEmpty()
                        ? Text.of("notation.plain.remedy", form(one))
                        : Text.of("notation.argument.remedy", form(one), String.join(", ", one.examples())));
    }

    private static String form(Notation one) {
        return one.name() + one.argument().form();
    }

    /** How each is written, such as {@code fold:I/N}, separated by commas. */
    public String forms() {
        return all.stream().map(Register::form).collect(Collectors.joining(", "));
    }

    /** The suggestions of all entries. */
    public List<String> examples() {
        return all.stream().flatMap(one -> one.examples().stream()).toList();
    }
}
