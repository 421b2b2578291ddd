package dev.nara.ui.child;

import dev.nara.run.RunState;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.BareNumbers;
import dev.nara.ui.child.ChildModel.Child;
import dev.nara.ui.child.ChildModel.Scored;
import dev.nara.ui.common.Texts;

/** The captions above a list: how many held-out items it contains, and the metric. */
final class Captions {
    private final ChildModel model;
    private final Texts texts;

    Captions(ChildModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** Such as: 3 of 5 held-out albums are in the list, 1 came in at epoch 6. */
    String found() {
        if (model.list().isEmpty()) {
            return texts.get("child.list.computing");
        }
        int truth = model.heldOut().size();
        if (truth == 0) {
            return texts.get("child.nothing.held.out");
        }
        long hits =
                model.list().stream().filter(place -> place.entry().heldOut()).count();
        int epoch = model.epochs().shownProperty().get();
        int came = RankLines.cameIn(model.epochs().momentsProperty().get(), epoch, ShownList.LENGTH);
        String found = texts.get("child.found", hits, truth);
        return came > 0 ? found + texts.get("child.came.in", came, epoch) : found;
    }

    /** How many held-out items the what-if list contains, and with which list its arrows compare. */
    String tried() {
        ChildModel.Tried tried = model.triedProperty().get();
        if (tried == null) {
            return "";
        }
        long hits =
                tried.list().stream().filter(place -> place.entry().heldOut()).count();
        String compared = texts.get("child.tried.compared");
        return model.heldOut().isEmpty()
                ? compared
                : texts.get("child.found", hits, model.heldOut().size()) + ". " + compared;
    }

    /** Such as Score@25 .582; only at the epoch whose figures are known, and not for a child without held-out items. */
    String figure() {
        Child child = model.chosenProperty().get();
        Scored scored = model.scoredProperty().get();
        boolean known = child != null
                && scored.epoch() > 0
                && scored.epoch() == model.epochs().shownProperty().get()
                && !Double.isNaN(scored.of(child));
        return known && child != null ? scored.metric() + " " + BareNumbers.rounded(scored.of(child), 3) : "";
    }

    /** With which epoch the arrows compare. */
    String compared() {
        int epoch = model.epochs().shownProperty().get();
        return model.epochs().momentsProperty().get().stream()
                .map(moment -> moment.epoch())
                .filter(e -> e < epoch)
                .reduce((a, b) -> b)
                .map(before -> texts.get("child.moved.since", before))
                .orElse("");
    }

    /** Why the run on screen ended early, if it failed or was stopped. */
    String ended() {
        StoredRun run = model.runProperty().get();
        if (run == null) {
            return "";
        }
        RunState state = run.state();
        return state == RunState.FAILED || state == RunState.CANCELLED || state == RunState.INTERRUPTED
                ? texts.get(
                        "child.ended",
                        texts.get("state." + state),
                        run.best().map(best -> best.epoch()).orElse(0))
                : "";
    }
}
