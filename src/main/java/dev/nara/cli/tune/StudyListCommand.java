package dev.nara.cli.tune;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.nara.cli.terminal.ExitCode;
import dev.nara.cli.terminal.TextTable;
import dev.nara.data.DataException;
import dev.nara.search.running.Studies;
import dev.nara.search.study.StudyJson;
import dev.nara.search.study.StudySnapshot;
import dev.nara.store.RunStore;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code nara tune list} and {@code nara tune show}: lists the stored studies, or shows the result of one. */
@Command(mixinStandardHelpOptions = true)
final class StudyListCommand implements Callable<Integer> {
    private final StudyOptions studies;
    private final boolean one;

    private StudyListCommand(StudyOptions studies, boolean one) {
        this.studies = studies;
        this.one = one;
    }

    static StudyListCommand ofAll(StudyOptions studies) {
        return new StudyListCommand(studies, false);
    }

    static StudyListCommand ofOne(StudyOptions studies) {
        return new StudyListCommand(studies, true);
    }

    @Override
    public Integer call() throws DataException {
        try (RunStore store = studies.existing()) {
            Studies kept = new Studies(store);
            if (one) {
                show(kept.snapshot(studies.study(store)));
            } else {
                Studies.Listed listed = kept.list();
                list(listed.whole());
                listed.damaged().forEach(study -> studies.output()
                        .say(study.problem().message(studies.output().locale())));
            }
        }
        return ExitCode.DONE;
    }

    private void show(StudySnapshot study) {
        if (studies.json()) {
            studies.output().json(StudyJson.json((Object) study).getAsJsonObject());
        } else {
            new TrialTable(studies.output()).show(study);
        }
    }

    private void list(List<StudySnapshot> all) {
        JsonArray array = new JsonArray();
        for (StudySnapshot study : all) {
            array.add(json(study));
            if (!studies.json()) {
                studies.output().result(line(study));
            }
        }
        if (studies.json()) {
            JsonObject object = new JsonObject();
            object.add("studies", array);
            studies.output().json(object);
        } else if (all.isEmpty()) {
            studies.output().say(Text.of("study.no"));
        }
    }

    private static JsonObject json(StudySnapshot study) {
        JsonObject json = new JsonObject();
        json.addProperty("study", study.id());
        json.addProperty("name", study.spec().name());
        json.addProperty("phase", study.phase().name());
        json.addProperty("goal", study.spec().goal());
        json.addProperty("trials", study.trials().size());
        json.addProperty("seconds", study.seconds());
        json.addProperty("data", study.spec().base().dataName());
        if (!study.best().isEmpty()) {
            StudySnapshot.BestPoint best = study.best().get(study.best().size() - 1);
            json.addProperty("best_trial", best.trial());
            json.addProperty("best", best.mean());
        }
        study.choice().ifPresent(choice -> json.add("choice", StudyJson.json((Object) choice)));
        return json;
    }

    private String line(StudySnapshot study) {
        String best = study.best().isEmpty()
                ? ""
                : Numbers.figure(study.best().get(study.best().size() - 1).mean());
        return String.join(
                "  ",
                TextTable.padded(Long.toString(study.id()), 4),
                TextTable.padded(in(Text.of("studyphase." + study.phase())), 14),
                TextTable.padded(study.created().substring(0, 16).replace('T', ' '), 17),
                TextTable.padded(TrialTable.algorithms(study), 18),
                TextTable.padded(in(Text.of("study.count", study.trials().size())), 12),
                TextTable.padded(study.spec().goal() + " " + best, 18),
                study.spec().base().dataName());
    }

    private String in(Text text) {
        return text.in(studies.output().locale());
    }
}
