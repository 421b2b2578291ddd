package dev.nara.cli.tune;

import com.google.gson.JsonObject;
import dev.nara.cli.terminal.Output;
import dev.nara.search.study.Recorded;
import dev.nara.search.study.StudyCommand;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudyJson;
import dev.nara.search.study.StudyListener;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.TrialState;
import dev.nara.store.queue.TrainingPlace;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows a running study on the terminal: one line per event, as text or as JSON. */
final class StudyLines implements StudyListener {
    /** Events with a different name in the output for scripts than in the store. */
    private static final Map<String, String> NAMES =
            Map.of("added", "trial", "reached", "rung", "ended", "trial_ended", "repeated", "seed");

    private final Output output;
    private final boolean json;
    private final long study;
    private final StudyAlerts alerts;
    private int best;
    private StudySnapshot.Doing confirmed = StudySnapshot.Doing.NOTHING;
    private double bestMean = Double.NaN;

    StudyLines(Output output, boolean json, long study, StudyAlerts alerts) {
        this.output = output;
        this.json = json;
        this.study = study;
        this.alerts = alerts;
    }

    @Override
    public void event(Recorded recorded) {
        StudyEvent event = recorded.event();
        if (json) {
            JsonObject object = StudyJson.json(event);
            String name = object.get("event").getAsString();
            object.addProperty("event", NAMES.getOrDefault(name, name));
            object.addProperty("study", study);
            object.addProperty("seconds", recorded.seconds());
            output.json(object);
        }
        say(event);
        alerts.event(event);
    }

    private void say(StudyEvent event) {
        if (event instanceof StudyEvent.Added added) {
            output.say(Text.of("cli.trial.added", added.trial(), StudyCommand.words(added.settings()), added.why()));
        } else if (event instanceof StudyEvent.Dropped dropped) {
            output.say(Text.of("cli.trial.dropped", dropped.trial(), dropped.why()));
        } else if (event instanceof StudyEvent.Thawed thawed) {
            output.say(Text.of("cli.trial.thawed", thawed.trial(), thawed.why()));
        } else if (event instanceof StudyEvent.Ended ended) {
            output.say(words(ended));
        } else if (event instanceof StudyEvent.Confirming confirming) {
            String trials = confirming.trials().stream().map(n -> "#" + n).collect(Collectors.joining(", "));
            output.say(
                    Text.of("cli.study.confirming", trials, confirming.seeds().size()));
        } else if (event instanceof StudyEvent.Waits waits && !waits.ahead().isEmpty()) {
            output.say(Text.of("tune.waits.says", TrainingPlace.words(waits.ahead())));
        } else if (event instanceof StudyEvent.Noticed noticed) {
            output.say(noticed.what());
        } else if (event instanceof StudyEvent.CarriedOut done && done.refused() != null) {
            output.say(done.refused());
        }
    }

    private static Text words(StudyEvent.Ended ended) {
        if (ended.state() == TrialState.FINISHED) {
            return Text.of(
                    "cli.trial.finished",
                    ended.trial(),
                    Numbers.figure(ended.figure()),
                    ended.bestEpoch(),
                    Numbers.seconds(ended.secondsPerEpoch()));
        }
        Text state = Text.of("trialstate." + ended.state());
        return ended.why() == null
                ? Text.of("cli.trial.ended", ended.trial(), state)
                : Text.of("cli.trial.ended.why", ended.trial(), state, ended.why());
    }

    /** Prints which seed is being trained, whenever that changes. */
    private void confirming(StudySnapshot snapshot) {
        StudySnapshot.Doing now = snapshot.doing();
        if (now.confirms() && now.left() > 0 && !now.equals(confirmed)) {
            output.say(Text.of("cli.study.confirms", now.seed(), now.seeds(), now.left()));
        }
        confirmed = now;
    }

    @Override
    public void snapshot(StudySnapshot snapshot) {
        confirming(snapshot);
        if (snapshot.best().isEmpty()) {
            return;
        }
        StudySnapshot.BestPoint now = snapshot.best().get(snapshot.best().size() - 1);
        if (now.trial() != best || now.mean() != bestMean) {
            best = now.trial();
            bestMean = now.mean();
            if (json) {
                JsonObject object = new JsonObject();
                object.addProperty("event", "best");
                object.addProperty("study", study);
                object.addProperty("trial", now.trial());
                object.addProperty("metric", snapshot.spec().goal());
                object.addProperty("mean", now.mean());
                object.addProperty("error", now.error());
                output.json(object);
            }
            Text words = Text.of("cli.study.best", now.trial(), snapshot.spec().goal(), Numbers.figure(now.mean()));
            output.say(words);
            alerts.best(words);
        }
    }
}
