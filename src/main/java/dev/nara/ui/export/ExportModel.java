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

/** What the Export workspace shows. */
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
     * Lists with what they are worth on the part that recipes are chosen by, and over the best block alone.
     *
     * @param blocks as they were asked for; what was scored names runs by number
     */
    record Judged(
            List<ComposeRecipe.Block> blocks,
            CompositionSetup setup,
            CompositionSetup.Scored scored,
            Optional<Gain> gain) {
        /** Whether the runs have no validation part, so that it is the test part. */
        boolean onTest() {
            return setup.preparedRun().chosenOnTest();
        }
    }

    /** What the recipe on screen scores on the test part, which was looked at so often. */
    record Tested(CompositionSetup.Scored scored, int looks) {}

    /** A file that was checked, what was found, and further words about it. */
    record Checked(Path file, SubmissionCheck.Result result, List<Text> words) {}

    /** The blocks of the recipe, in order. */
    ObservableList<ComposeRecipe.Block> blocks() {
        return blocks;
    }

    /** The filters of the recipe. */
    ObjectProperty<ComposeRecipe.Filters> filtersProperty() {
        return filters;
    }

    /** The recipe on screen; it may be without blocks yet. */
    ComposeRecipe recipe() {
        return new ComposeRecipe(blocks, filters.get());
    }

    /** What the recipe was worth when it was last counted; null before. It is of the recipe on screen only while not counting. */
    ObjectProperty<@Nullable Judged> judgedProperty() {
        return judged;
    }

    /** Whether the recipe on screen differs from what is judged, and is being counted. */
    BooleanProperty countingProperty() {
        return counting;
    }

    /** Whether the recipe on screen can be judged on the test part only, which nobody has asked for. */
    BooleanProperty needsLookProperty() {
        return needsLook;
    }

    /** Why the recipe on screen cannot be judged; null where it can. */
    ObjectProperty<@Nullable Throwable> problemProperty() {
        return problem;
    }

    /** What the recipe on screen scores on the test part, null while nobody asked. */
    ObjectProperty<@Nullable Tested> testedProperty() {
        return tested;
    }

    /** Whose list is shown: a place among the users that are scored. */
    IntegerProperty childProperty() {
        return child;
    }

    /** Whether lists are tuned, tested or written. */
    BooleanProperty workingProperty() {
        return working;
    }

    /** The file that was checked last, null for none. */
    ObjectProperty<@Nullable Checked> checkedProperty() {
        return checked;
    }

    /** The runs of the recipe that have no fit on all rows yet. */
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
