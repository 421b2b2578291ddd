package dev.nara.algorithm;

import dev.nara.text.Spelling;
import dev.nara.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A hyper-parameter or a run setting: its name, its default, and the values it accepts. Forms, the command line's help and searches are
 * derived from it; its label and help are the texts {@code parameter.NAME} and {@code parameter.NAME.help}.
 */
public sealed interface Parameter {
    /** The name, as in {@code --set NAME=VALUE}. */
    String name();

    /** The default, in its normal spelling. */
    String defaultValue();

    /** The accepted values, in words. */
    Text range();

    /** The normal spelling of a value; empty if it is not accepted. */
    Optional<String> normal(String value);

    /** The range that a search tries; empty if a search does not vary it. */
    Optional<SearchRange> search();

    /** A copy with a range that a search tries. */
    Parameter searched(SearchRange range);

    /** Whether a value is accepted. */
    default boolean accepts(String value) {
        return normal(value).isPresent();
    }

    /** Whether two spellings have the same value. */
    default boolean same(String value, String other) {
        return normal(value).orElse(value).equals(normal(other).orElse(other));
    }

    /** Why a value is not accepted; empty if it is. */
    default Optional<Text> problem(String value) {
        return accepts(value) ? Optional.empty() : Optional.of(Text.of("parameter.problem", value, range()));
    }

    /** A whole number from min to max. */
    record Whole(String name, String defaultValue, long min, long max, Optional<SearchRange> search)
            implements Parameter {
        /** A whole number that a search does not vary. */
        public Whole(String name, String defaultValue, long min, long max) {
            this(name, defaultValue, min, max, Optional.empty());
        }

        @Override
        public Whole searched(SearchRange range) {
            return new Whole(name, defaultValue, min, max, Optional.of(range));
        }

        @Override
        public Text range() {
            if (min == Long.MIN_VALUE) {
                return Text.of("parameter.range.any");
            }
            return max < Integer.MAX_VALUE
                    ? Text.of("parameter.range.whole", min, max)
                    : Text.of("parameter.range.from", min);
        }

        @Override
        public Optional<String> normal(String value) {
            return Spelling.whole(value, min, max);
        }
    }

    /** A number from min to max. */
    record Real(String name, String defaultValue, double min, double max, Optional<SearchRange> search)
            implements Parameter {
        /** A number that a search does not vary. */
        public Real(String name, String defaultValue, double min, double max) {
            this(name, defaultValue, min, max, Optional.empty());
        }

        @Override
        public Real searched(SearchRange range) {
            return new Real(name, defaultValue, min, max, Optional.of(range));
        }

        @Override
        public Text range() {
            return Text.of("parameter.range.real", Spelling.number(min), Spelling.number(max));
        }

        @Override
        public Optional<String> normal(String value) {
            return Spelling.number(value, min, max);
        }
    }

    /** One of a few words. */
    record Choice(String name, String defaultValue, List<String> options, Optional<SearchRange> search)
            implements Parameter {
        /** A choice of which a search tries every option if asked to. */
        public Choice(String name, String defaultValue, List<String> options) {
            this(
                    name,
                    defaultValue,
                    options,
                    Optional.of(SearchRange.words(options).onDemand()));
        }

        @Override
        public Choice searched(SearchRange range) {
            return new Choice(name, defaultValue, options, Optional.of(range));
        }

        @Override
        public Text range() {
            return Text.of("parameter.range.choice", String.join(", ", options));
        }

        @Override
        public Optional<String> normal(String value) {
            return options.stream()
                    .filter(option -> option.equalsIgnoreCase(value.strip()))
                    .findFirst();
        }
    }

    /** Sizes of layers from the first to the last, such as 64-32-16-8. */
    record Sizes(String name, String defaultValue, Optional<SearchRange> search) implements Parameter {
        private static final Pattern LIST = Pattern.compile("[1-9]\\d{0,3}(\\s*[-,]\\s*[1-9]\\d{0,3}){0,15}");

        /** Sizes that a search does not vary. */
        public Sizes(String name, String defaultValue) {
            this(name, defaultValue, Optional.empty());
        }

        @Override
        public Sizes searched(SearchRange range) {
            return new Sizes(name, defaultValue, Optional.of(range));
        }

        @Override
        public Text range() {
            return Text.of("parameter.range.sizes");
        }

        @Override
        public Optional<String> normal(String value) {
            return Optional.of(value.strip())
                    .filter(text -> LIST.matcher(text).matches())
                    .map(text -> text.replaceAll("(?<!\\s)\\s*+[-,]\\s*+", "-"));
        }
    }

    /** Side features by table and column, such as {@code user.age, item.genre_mid:14, item.keywords:set}; may be empty. */
    record Features(String name, String defaultValue, Optional<SearchRange> search) implements Parameter {
        private static final String ONE =
                "(user|item)\\.[^\\s,:]+(:(\\d{1,3}|scaled|(set|weighted)(:[1-9]\\d{0,2})?))?";
        private static final Pattern LIST = Pattern.compile("|" + ONE + "(," + ONE + ")*");

        /** Features that a search does not vary. */
        public Features(String name, String defaultValue) {
            this(name, defaultValue, Optional.empty());
        }

        @Override
        public Features searched(SearchRange range) {
            return new Features(name, defaultValue, Optional.of(range));
        }

        @Override
        public Text range() {
            return Text.of("parameter.range.features");
        }

        @Override
        public Optional<String> normal(String value) {
            return Optional.of(Spelling.list(value))
                    .filter(text -> LIST.matcher(text).matches());
        }
    }

    /**
     * Text of a certain form, with suggestions; may be empty where that means the default.
     *
     * @param forms the accepted forms, for help
     * @param grammar returns the normal spelling of a non-empty value; empty if it is not accepted
     */
    record Suggested(
            String name,
            String defaultValue,
            List<String> suggestions,
            Text forms,
            Function<String, Optional<String>> grammar,
            Optional<SearchRange> search)
            implements Parameter {
        /** Text that a search does not vary. */
        public Suggested(
                String name,
                String defaultValue,
                List<String> suggestions,
                Text forms,
                Function<String, Optional<String>> grammar) {
            this(name, defaultValue, suggestions, forms, grammar, Optional.empty());
        }

        /** Text without suggestions, described by {@code forms}; empty by default. */
        public Suggested(String name, Text forms, String form) {
            this(name, "", List.of(), forms, described(form));
        }

        /** Text that matches a regular expression; blanks around commas are removed. */
        public Suggested(String name, String defaultValue, List<String> suggestions, String form) {
            this(
                    name,
                    defaultValue,
                    suggestions,
                    Text.of("parameter.range.suggested", String.join(", ", suggestions)),
                    described(form));
        }

        @Override
        public Suggested searched(SearchRange range) {
            return new Suggested(name, defaultValue, suggestions, forms, grammar, Optional.of(range));
        }

        private static Function<String, Optional<String>> described(String form) {
            return value -> Optional.of(Spelling.list(value)).filter(text -> text.matches(form));
        }

        @Override
        public Text range() {
            return forms;
        }

        @Override
        public Optional<String> normal(String value) {
            return value.isBlank() ? Optional.of("") : grammar.apply(value.strip());
        }
    }
}
