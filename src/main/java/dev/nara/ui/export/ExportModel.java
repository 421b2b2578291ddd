package dev.nara.ui.export;

import dev.nara.competition.ComposeRecipe;
import dev.nara.competition.CompositionSetup;
import dev.nara.competition.Gain;
import dev.nara.competition.LedgerEntry;
import dev.nara.competition.SubmissionCheck;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The state of the Export workspace. */
final class ExportModel {
    private final ObservableList<ComposeRecipe.Block> blocks = FXCollections.observableArrayList();
    private final ObjectProperty<ComposeRecipe.Filters> filters =
            new SimpleObjectProperty<>(ComposeRecipe.Filters.NONE);
    private final ObjectProperty<@Nullable Judged> judged = new SimpleObjectProperty<>();
    private final BooleanProperty counting = new SimpleBooleanProperty();
    private final BooleanProperty needsLook = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Throwable> problem = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Tested> tested = new SimpleObjectProperty<>();
    private final IntegerProperty child = new SimpleIntegerProperty();
    private final BooleanProperty working = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Checked> checked = new SimpleObjectProperty<>();
    private final ObservableList<Long> unfitted = FXCollections.observableArrayList();
    private final ObservableList<StoredRun> training = FXCollections.observableArrayList();
    private final ObservableList<LedgerEntry> ledger = FXCollections.observableArrayList();

    /**
     * The scores of composed lists on the part by which recipes are chosen, and their gain over the best single block.
     *
     * @param blocks as in the recipe on screen; in the scored recipe, runs are given by number
     */
    record Judged(
            List<ComposeRecipe.Block> blocks,
            CompositionSetup setup,
            CompositionSetup.Scored scored,
            Optional<Gain> gain) {
        /** Whether the runs have no validation part, so that the scores are from the test part. */
        boolean onTest() {
            return setup.preparedRun().chosenOnTest();
        }
    }

    /** The score of the recipe on screen on the test part, and how often that part was evaluated. */
    record Tested(CompositionSetup.Scored scored, int looks) {}

    /** A checked file, the result, and further remarks. */
    record Checked(Path file, SubmissionCheck.Result result, List<Text> words) {}

    /** The blocks of the recipe, in order. */
    ObservableList<ComposeRecipe.Block> blocks() {
        return blocks;
    }

    /** The filters of the recipe. */
    ObjectProperty<ComposeRecipe.Filters> filtersProperty() {
        return filters;
    }

    /** The recipe on screen; it may have no blocks. */
    ComposeRecipe recipe() {
        return new ComposeRecipe(blocks, filters.get());
    }

    /** The last scores; null if there are none. They belong to the recipe on screen only if {@link #countingProperty} is false. */
    ObjectProperty<@Nullable Judged> judgedProperty() {
        return judged;
    }

    /** Whether the recipe on screen has changed and is being scored. */
    BooleanProperty countingProperty() {
        return counting;
    }

    /** Whether the recipe on screen can only be scored on the test part, which the user has not asked for. */
    BooleanProperty needsLookProperty() {
        return needsLook;
    }

    /** Why the recipe on screen cannot be scored; null if it can. */
    ObjectProperty<@Nullable Throwable> problemProperty() {
        return problem;
    }

    /** The score of the recipe on screen on the test part; null until the user asks for it. */
    ObjectProperty<@Nullable Tested> testedProperty() {
        return tested;
    }

    /** The index, among the scored users, of the child whose list is shown. */
    IntegerProperty childProperty() {
        return child;
    }

    /** Whether lists are being tuned, tested or written. */
    BooleanProperty workingProperty() {
        return working;
    }

    /** The last checked file, null for none. */
    ObjectProperty<@Nullable Checked> checkedProperty() {
        return checked;
    }

    /** The runs of the recipe that were not yet trained on all rows. */
    ObservableList<Long> unfitted() {
        return unfitted;
    }

    /** The runs of the recipe that still train. */
    ObservableList<StoredRun> training() {
        return training;
    }

    /** All submissions, the latest first. */
    ObservableList<LedgerEntry> ledger() {
        return ledger;
    }
}
