package dev.nara.cli.terminal;

import dev.nara.algorithm.Parameter;
import dev.nara.data.DataException;
import dev.nara.spec.RunSettings;
import dev.nara.text.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/** Settings of a run as options of a command, from the same list as the forms in the window. */
public final class RunSettingOptions {
    private final Map<String, String> given = new LinkedHashMap<>();

    private final List<Parameter> settings;

    /** Creates an option for each of these settings. */
    public RunSettingOptions(List<Parameter> settings) {
        this.settings = settings;
    }

    /** The command with these options in addition to its own. */
    public CommandLine addTo(Object command) {
        CommandLine line = new CommandLine(command);
        settings.forEach(setting -> line.getCommandSpec().addOption(option(setting)));
        return line;
    }

    private OptionSpec option(Parameter setting) {
        return OptionSpec.builder(name(setting))
                .type(String.class)
                .paramLabel(
                        setting instanceof Parameter.Whole
                                ? "N"
                                : setting.name().toUpperCase(Locale.ROOT))
                .descriptionKey("parameter." + setting.name() + ".help")
                .setter(new ISetter() {
                    @Override
                    public <T> T set(T value) {
                        if (value == null) {
                            given.remove(setting.name());
                        } else {
                            given.put(setting.name(), value.toString());
                        }
                        return value;
                    }
                })
                .build();
    }

    private static String name(Parameter setting) {
        return "--" + setting.name().replace('_', '-');
    }

    /**
     * The given settings, by the name of their parameter.
     *
     * @throws DataException if a number is invalid; other values are checked later, with the data
     */
    public Map<String, String> given() throws DataException {
        for (Parameter setting : settings) {
            String value = given.get(setting.name());
            if (value != null && setting instanceof Parameter.Whole) {
                check(setting, value);
            }
        }
        return Map.copyOf(given);
    }

    /** Throws if the setting of that name does not accept a value. */
    public static void check(String name, String value) throws DataException {
        for (Parameter setting : RunSettings.ALL) {
            if (setting.name().equals(name)) {
                check(setting, value);
            }
        }
    }

    private static void check(Parameter setting, String value) throws DataException {
        if (!setting.accepts(value)) {
            throw new DataException(
                    Text.of("wrong.value", name(setting), value), Text.of("parameter.value.remedy", setting.range()));
        }
    }
}
