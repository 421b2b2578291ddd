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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The texts of a language for help, in which those that list something list what the program has. */
final class HelpTexts extends ResourceBundle {
    private final Map<String, String> filled = new HashMap<>();

    HelpTexts(Services services, Locale locale) {
        setParent(Text.bundle(locale));
        for (Parameter setting : RunSettings.ALL) {
            String key = "parameter." + setting.name() + ".help";
            Text allowed = Text.of("cli.allowed", setting.range());
            String help = Text.of(key).in(locale) + " " + allowed.in(locale);
            Text usual = Text.of("cli.default", setting.defaultValue());
            filled.put(key, setting.defaultValue().isEmpty() ? help : help + " " + usual.in(locale));
        }
        String algorithms =
                services.algorithms().all().stream().map(Algorithm::id).collect(Collectors.joining(", "));
        String presets = services.algorithms().all().stream()
                .flatMap(algorithm -> algorithm.presets().stream())
                .map(preset -> preset.name())
                .distinct()
                .collect(Collectors.joining(", "));
        fill("cli.algorithm", locale, algorithms);
        fill("cli.preset", locale, presets);
        fill("cli.format", locale, String.join(", ", services.datasets().formats()));
        fill("cli.data.as", locale, DatasetFormat.ids());
        fill("cli.runs.as", locale, RunFormat.ids());
        String samplers = Samplers.all().stream().map(Sampler::name).collect(Collectors.joining(", "));
        fill("cli.ask.sampler", locale, samplers);
        fill("cli.tune.sampler", locale, samplers);
        fill("cli.study.as", locale, StudyFormat.ids());
        fill("cli.protocols", locale, CandidateRules.forms());
    }

    private void fill(String key, Locale locale, String listed) {
        filled.put(key, Text.of(key, listed).in(locale));
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return filled.get(key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return parent.getKeys();
    }
}
