package dev.nara.algorithm;

import dev.nara.text.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A hyper-parameter: its name, its default, and what it accepts. Forms, the command line's help and searches are made
 * from it; its label and help are the texts {@code parameter.NAME} and {@code parameter.NAME.help}.
 */
public sealed interface Parameter {
    /** The name, as in {@code --set NAME=VALUE}. */
    String name();

    /** The value when nothing is said, written as a user would. */
    String defaultValue();

    /** What is accepted, in words. */
    Text range();

    /** Whether the value can be used as it is written. */
    boolean accepts(String value);

    /** Why a value cannot be used; empty when it can. */
    default Optional<Text> problem(String value) {
        return accepts(value.strip()) ? Optional.empty() : Optional.of(Text.of("parameter.problem", value, range()));
    }

    /** A whole number from min to max. */
    record Whole(String name, String defaultValue, int min, int max) implements Parameter {
        @Override
        public Text range() {
            return Text.of("parameter.range.whole", min, max);
        }

        @Override
        public boolean accepts(String value) {
            try {
                int number = Integer.parseInt(value);
                return number >= min && number <= max;
            } catch (NumberFormatException e) {
                return false;
            }
        }
    }

    /** A number from min to max. */
    record Real(String name, String defaultValue, double min, double max) implements Parameter {
        @Override
        public Text range() {
            return Text.of("parameter.range.real", plain(min), plain(max));
        }

        @Override
        public boolean accepts(String value) {
            try {
                double number = Double.parseDouble(value);
                return number >= min && number <= max;
            } catch (NumberFormatException e) {
                return false;
            }
        }
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** One of a few words. */
    record Choice(String name, String defaultValue, List<String> options) implements Parameter {
        @Override
        public Text range() {
            return Text.of("parameter.range.choice", String.join(", ", options));
        }

        @Override
        public boolean accepts(String value) {
            return options.contains(value);
        }
    }

    /** Sizes of layers from the first to the last, such as 64-32-16-8. */
    record Sizes(String name, String defaultValue) implements Parameter {
        private static final Pattern LIST = Pattern.compile("[1-9]\\d{0,3}(\\s*[-,]\\s*[1-9]\\d{0,3}){0,15}");

        @Override
        public Text range() {
            return Text.of("parameter.range.sizes");
        }

        @Override
        public boolean accepts(String value) {
            return LIST.matcher(value).matches();
        }
    }

    /** Side features by table and column, such as {@code user.age, item.genre_mid:14, item.keywords:set}; may be empty. */
    record Features(String name, String defaultValue) implements Parameter {
        private static final String ONE =
                "(user|item)\\.[^\\s,:]+(:(\\d{1,3}|scaled|(set|weighted)(:[1-9]\\d{0,2})?))?";
        private static final Pattern LIST = Pattern.compile("|" + ONE + "(\\s*,\\s*" + ONE + ")*");

        @Override
        public Text range() {
            return Text.of("parameter.range.features");
        }

        @Override
        public boolean accepts(String value) {
            return LIST.matcher(value).matches();
        }
    }

    /** Text of a certain form, with suggestions to choose from; may be empty where that means "the usual". */
    record Suggested(String name, String defaultValue, List<String> suggestions, String form) implements Parameter {
        @Override
        public Text range() {
            return Text.of("parameter.range.suggested", String.join(", ", suggestions));
        }

        @Override
        public boolean accepts(String value) {
            return value.isEmpty() || value.matches(form);
        }
    }
}
