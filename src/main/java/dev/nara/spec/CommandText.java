package dev.nara.spec;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Parameter;
import dev.nara.data.ColumnRoles;
import dev.nara.data.JoinedTable;
import dev.nara.data.Preparation;
import dev.nara.data.Recipe;
import dev.nara.data.WrittenPath;
import dev.nara.text.ShellWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes a run's settings as the command line that repeats it: on the same engine, with the same figures to the last digit. */
public final class CommandText {
    private final List<String> words = new ArrayList<>(List.of("nara", "train"));

    private CommandText() {}

    /** The command as one line, quoted for a shell. */
    public static String of(RunSpec spec, Algorithm algorithm) {
        return ShellWords.line(words(spec, algorithm));
    }

    /** The command's words, from "nara" on. */
    public static List<String> words(RunSpec spec, Algorithm algorithm) {
        CommandText text = new CommandText();
        text.add("--data", spec.data());
        text.addRecipe(spec.recipe(), spec.format(), spec.data());
        text.add("--algorithm", spec.algorithm());
        for (Parameter parameter : algorithm.parameters()) {
            String value = spec.values().getOrDefault(parameter.name(), parameter.defaultValue());
            if (!parameter.same(value, parameter.defaultValue())) {
                text.words.add("--set");
                text.words.add(parameter.name() + "=" + value);
            }
        }
        for (Parameter setting : RunSettings.ALL) {
            text.add("--" + setting.name().replace('_', '-'), spec.run().text(setting.name()));
        }
        return List.copyOf(text.words);
    }

    private void add(String option, String value) {
        if (!value.isEmpty()) {
            words.add(option);
            words.add(value);
        }
    }

    private void addEach(String option, List<String> values) {
        values.forEach(value -> add(option, value));
    }

    private void addAll(String option, List<String> values) {
        if (values.isEmpty()) {
            words.addAll(List.of(option, ""));
        }
        addEach(option, values);
    }

    private void addJoined(String option, @Nullable JoinedTable table, String data) {
        if (table != null) {
            // A path that is valid on this machine may not exist on another.
            add(
                    option,
                    WrittenPath.of(data)
                            .filter(place -> WrittenPath.of(table.file()).isPresent())
                            .map(place -> table.at(place).toString())
                            .orElse(table.file()));
            add(option + "-key", table.key());
        }
    }

    private void addRecipe(Recipe recipe, String format, String data) {
        words.add("--no-recipe");
        add("--format", format);
        add("--encoding", recipe.encoding());
        add("--time-format", recipe.timeSettings().format());
        add("--zone", recipe.timeSettings().zone());
        ColumnRoles roles = recipe.columns();
        if (roles != null) {
            add("--delimiter", roles.delimiter().replace("\t", "\\t"));
            words.add(roles.header() ? "--header" : "--no-header");
            add("--user", roles.user());
            add("--item", roles.item());
            // Empty roles are written too: a missing option would be guessed from the data.
            words.addAll(List.of("--time", roles.time()));
            addAll("--number", roles.numbers());
            addAll("--user-attribute", roles.userAttributes());
            addAll("--item-attribute", roles.itemAttributes());
            addAll("--words", roles.wordColumns());
        }
        addJoined("--items", recipe.items(), data);
        addJoined("--users", recipe.users(), data);
        add("--bad-rows", Objects.requireNonNullElse(recipe.badRows(), ""));
        Preparation rows = recipe.preparation();
        add("--repairs", rows.repairs().isEmpty() ? "none" : String.join(",", rows.repairs()));
        add("--distinct", rows.distinct());
        addEach("--where", rows.where());
        add("--positive", Objects.requireNonNullElse(rows.positive(), ""));
        add("--since", rows.from());
        add("--until", rows.to());
        add("--min-user", Integer.toString(rows.minimumOfUser()));
        add("--min-item", Integer.toString(rows.minimumOfItem()));
        add("--core", Integer.toString(rows.core()));
        addEach("--derive", rows.derive());
    }
}
