package dev.nara.interchange;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.nara.data.DataException;
import dev.nara.data.OutputFile;
import dev.nara.eval.CutoffMetric;
import dev.nara.run.RunEvent;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.Trial;
import dev.nara.search.study.TrialState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a study as Optuna's journal file: one JSON object per line, each an operation, as read by {@code JournalFileBackend} of Optuna 3.1
 * and later. Trials are the same as ours, epochs are steps; stopped trials are pruned; times are UTC. A parameter that varies as "0 or a
 * range" becomes a range from 0.
 */
final class OptunaJournal {
    /** Operations by their codes. */
    private static final int CREATE_STUDY = 0;

    private static final int STUDY_ATTRIBUTE = 2;
    private static final int CREATE_TRIAL = 4;
    private static final int PARAMETER = 5;
    private static final int STATE = 6;
    private static final int STEP = 7;
    private static final int TRIAL_ATTRIBUTE = 8;

    private static final int MINIMIZE = 1;
    private static final int MAXIMIZE = 2;

    private static final Gson GSON =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    private final StringBuilder lines = new StringBuilder();
    private final StudySource from;
    private final OptunaSpace space;
    private final Instant begun;

    private OptunaJournal(StudySource from) {
        this.from = from;
        space = OptunaSpace.of(from.study());
        begun = Instant.parse(from.study().created());
    }

    /** Writes the file, completely or not at all. */
    static void write(StudySource from, Path to) throws DataException, IOException {
        OptunaJournal journal = new OptunaJournal(from);
        journal.study();
        int id = 0;
        for (Trial trial : from.study().trials()) {
            journal.trial(trial, id++);
        }
        byte[] text = journal.lines.toString().getBytes(StandardCharsets.UTF_8);
        OutputFile.write(to, out -> out.write(text));
    }

    private void study() throws DataException {
        StudySnapshot study = from.study();
        boolean higher = CutoffMetric.deciding(study.spec().goal()).worth(1) > 0;
        String name = study.spec().name().isBlank()
                ? "study-" + study.id()
                : study.spec().name();
        operation(CREATE_STUDY, Map.of("study_name", name, "directions", List.of(higher ? MAXIMIZE : MINIMIZE)));
        studyAttribute("goal", study.spec().goal());
        studyAttribute("data", study.spec().base().dataName());
        studyAttribute("split", study.spec().base().split());
        studyAttribute("validation", study.spec().base().validation());
    }

    private void studyAttribute(String name, String value) {
        operation(STUDY_ATTRIBUTE, Map.of("study_id", 0, "user_attr", Map.of(name, value)));
    }

    private void trial(Trial trial, int id) throws DataException {
        operation(CREATE_TRIAL, Map.of("study_id", 0, "datetime_start", time(trial.begun())));
        for (Map.Entry<String, String> setting : trial.settings().entrySet()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("trial_id", id);
            fields.put("param_name", setting.getKey());
            fields.put("param_value_internal", space.internal(setting.getKey(), setting.getValue()));
            fields.put("distribution", GSON.toJson(space.distribution(setting.getKey())));
            operation(PARAMETER, fields);
        }
        for (RunEvent.EpochDone epoch : from.epochs(trial)) {
            double figure = epoch.metrics().getOrDefault(from.study().spec().goal(), Double.NaN);
            if (Double.isFinite(figure)) {
                operation(STEP, Map.of("trial_id", id, "step", epoch.epoch(), "intermediate_value", figure));
            }
        }
        attribute(id, "algorithm", trial.algorithm());
        attribute(id, "origin", trial.origin().name().toLowerCase(Locale.ROOT));
        attribute(id, "runs", trial.runs());
        attribute(
                id,
                "seed_figures",
                trial.seedFigures().stream().filter(Double::isFinite).toList());
        trial.metrics().forEach((metric, figure) -> {
            // JSON has neither NaN nor infinity.
            if (Double.isFinite(figure)) {
                attribute(id, metric, figure);
            }
        });
        if (trial.state() != TrialState.WAITING && trial.state() != TrialState.RUNNING) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("trial_id", id);
            fields.put("state", state(trial));
            fields.put("values", Double.isFinite(trial.mean()) && state(trial) != 3 ? List.of(trial.mean()) : null);
            fields.put("datetime_complete", time(Double.isNaN(trial.ended()) ? trial.begun() : trial.ended()));
            operation(STATE, fields);
        }
    }

    /** Optuna's codes: 1 complete, 2 pruned, 3 failed. */
    private static int state(Trial trial) {
        return switch (trial.state()) {
            case FINISHED -> Double.isFinite(trial.mean()) ? 1 : 3;
            case DROPPED, STOPPED -> 2;
            default -> 3;
        };
    }

    private void attribute(int trial, String name, Object value) {
        operation(TRIAL_ATTRIBUTE, Map.of("trial_id", trial, "user_attr", Map.of(name, value)));
    }

    /** The time of day for a time of the study's clock, as if there were no pauses. */
    private String time(double seconds) {
        return LocalDateTime.ofInstant(begun.plusMillis(Math.round(1000 * seconds)), ZoneOffset.UTC)
                .toString();
    }

    private void operation(int code, Map<String, Object> fields) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("op_code", code);
        all.put("worker_id", "nara");
        all.putAll(fields);
        lines.append(GSON.toJson(all)).append('\n');
    }
}
