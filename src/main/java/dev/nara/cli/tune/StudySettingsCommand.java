package dev.nara.cli.tune;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Parameter;
import dev.nara.cli.terminal.ExitCode;
import dev.nara.data.DataException;
import dev.nara.search.running.Studies;
import dev.nara.search.space.Dimension;
import dev.nara.search.space.SpaceText;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudySnapshot;
import dev.nara.store.RunStore;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nara tune add}, {@code narrow}, {@code fix} and {@code prefer}: change what a study tries, and where it searches. */
@Command(mixinStandardHelpOptions = true)
final class StudySettingsCommand implements Callable<Integer> {
    /** What to do with the given values. */
    enum Use {
        /** Try them next. */
        ADD,
        /** Fix them for all later trials. */
        FIX,
        /** Prefer values near them. */
        PREFER
    }

    private final StudyOptions studies;
    private final Use use;

    @Option(names = "--set", paramLabel = "NAME=VALUE", required = true, descriptionKey = "cli.study.set")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--algorithm", paramLabel = "A", descriptionKey = "cli.study.algorithm")
    private @Nullable String algorithm;

    StudySettingsCommand(StudyOptions studies, Use use) {
        this.studies = studies;
        this.use = use;
    }

    @Override
    public Integer call() throws DataException {
        try (RunStore store = studies.existing()) {
            Studies kept = new Studies(store);
            long study = studies.study(store);
            Algorithm of = algorithm(studies, kept.snapshot(study), algorithm);
            Map<String, String> values = values(of);
            StudySteerCommand.ask(kept, study, events(of.id(), values));
            studies.done("study", study, Text.of("steered." + use, study));
        }
        return ExitCode.DONE;
    }

    private List<StudyEvent.Steering> events(String of, Map<String, String> values) {
        if (use == Use.ADD) {
            return List.of(new StudyEvent.Asked(of, values));
        }
        List<StudyEvent.Steering> events = new ArrayList<>();
        values.forEach((name, value) -> events.add(
                use == Use.FIX ? new StudyEvent.Fixed(of, name, value) : new StudyEvent.Preferred(of, name, value)));
        return events;
    }

    /** The values in the spelling of the algorithm; throws if it does not know or accept one. */
    private Map<String, String> values(Algorithm of) throws DataException {
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            Optional<Parameter> parameter = parameter(of, setting.getKey());
            String value = parameter
                    .flatMap(p -> p.normal(setting.getValue()))
                    .orElseThrow(() -> new DataException(
                            Text.of("wrong.value", setting.getKey(), setting.getValue()),
                            parameter
                                    .map(p -> Text.of("parameter.value.remedy", p.range()))
                                    .orElse(Text.of("study.set.unknown.remedy"))));
            values.put(setting.getKey(), value);
        }
        return values;
    }

    private static Optional<Parameter> parameter(Algorithm of, String name) {
        return of.parameters().stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /** The given algorithm, or the study's only one. */
    private static Algorithm algorithm(StudyOptions studies, StudySnapshot study, @Nullable String named)
            throws DataException {
        List<String> ids = study.parts().stream().map(part -> part.algorithm()).toList();
        String id = named == null && ids.size() == 1 ? ids.get(0) : String.valueOf(named);
        if (!ids.contains(id)) {
            throw new DataException(
                    Text.of("study.algorithm", study.id(), String.join(", ", ids)), Text.of("study.algorithm.remedy"));
        }
        return studies.services().algorithms().algorithm(id);
    }

    /** {@code nara tune narrow}: changes ranges, also of fixed settings. */
    @Command(name = "narrow", mixinStandardHelpOptions = true)
    static final class Narrow implements Callable<Integer> {
        private final StudyOptions studies;

        @Option(names = "--space", paramLabel = "SPACE", required = true, descriptionKey = "cli.tune.space")
        private String space = "";

        @Option(names = "--algorithm", paramLabel = "A", descriptionKey = "cli.study.algorithm")
        private @Nullable String algorithm;

        Narrow(StudyOptions studies) {
            this.studies = studies;
        }

        @Override
        public Integer call() throws DataException {
            try (RunStore store = studies.existing()) {
                Studies kept = new Studies(store);
                long id = studies.study(store);
                StudySnapshot study = kept.snapshot(id);
                Algorithm of = algorithm(studies, study, algorithm);
                List<StudyEvent.Steering> events = new ArrayList<>();
                for (Dimension dimension :
                        SpaceText.parse(space, name -> parameter(of, name)).dimensions()) {
                    boolean varies = study.parts().stream()
                            .filter(part -> part.algorithm().equals(of.id()))
                            .anyMatch(part ->
                                    part.space().dimension(dimension.name()).isPresent());
                    events.add(
                            varies
                                    ? new StudyEvent.Narrowed(of.id(), dimension)
                                    : new StudyEvent.Varied(of.id(), dimension));
                }
                StudySteerCommand.ask(kept, id, events);
                studies.done("study", id, Text.of("steered.NARROW", id));
            }
            return ExitCode.DONE;
        }
    }
}
