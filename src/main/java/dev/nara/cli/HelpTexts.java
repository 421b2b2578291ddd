package dev.nara.cli;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Parameter;
import dev.nara.eval.CandidateRules;
import dev.nara.interchange.DatasetFormat;
import dev.nara.interchange.RunFormat;
import dev.nara.interchange.StudyFormat;
import dev.nara.search.sampler.Sampler;
import dev.nara.search.sampler.Samplers;
import dev.nara.spec.RunSettings;
import dev.nara.store.Services;
import dev.nara.text.Text;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The help texts of a language; texts with lists, such as of algorithms, get the entries that the program has. */
final class HelpTexts extends ResourceBundle {
    private final Map<String, Supplier<String>> filled = new HashMap<>();
    private final Locale locale;

    HelpTexts(Services services, Locale locale) {
        this.locale = locale;
        setParent(Text.bundle(locale));
        for (Parameter setting : RunSettings.ALL) {
            filled.put("parameter." + setting.name() + ".help", () -> help(setting));
        }
        fill("cli.algorithm", () -> joined(services.algorithms().all().stream().map(Algorithm::id)));
        fill(
                "cli.preset",
                () -> joined(services.algorithms().all().stream()
                        .flatMap(algorithm -> algorithm.presets().stream())
                        .map(preset -> preset.name())
                        .distinct()));
        fill("cli.format", () -> String.join(", ", services.datasets().formats()));
        fill("cli.data.as", DatasetFormat::ids);
        fill("cli.runs.as", RunFormat::ids);
        fill("cli.ask.sampler", HelpTexts::samplers);
        fill("cli.tune.sampler", HelpTexts::samplers);
        fill("cli.study.as", StudyFormat::ids);
        fill("cli.protocols", CandidateRules::forms);
    }

    private String help(Parameter setting) {
        String help = Text.of("parameter." + setting.name() + ".help").in(locale) + " "
                + Text.of("cli.allowed", setting.range()).in(locale);
        return setting.defaultValue().isEmpty()
                ? help
                : help + " " + Text.of("cli.default", setting.defaultValue()).in(locale);
    }

    private static String samplers() {
        return joined(Samplers.all().stream().map(Sampler::name));
    }

    private static String joined(Stream<String> names) {
        return names.collect(Collectors.joining(", "));
    }

    /** Texts are built only when shown, because most commands never show them. */
    private void fill(String key, Supplier<String> listed) {
        filled.put(key, () -> Text.of(key, listed.get()).in(locale));
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        Supplier<String> written = filled.get(key);
        return written == null ? null : written.get();
    }

    @Override
    public Enumeration<String> getKeys() {
        return parent.getKeys();
    }
}
