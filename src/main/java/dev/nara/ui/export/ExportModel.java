package dev.nara.ui.export;

import dev.nara.competition.ComposeRecipe;
import dev.nara.competition.LedgerEntry;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the Export workspace shows. */
final class ExportModel {
    private final ObservableList<ComposeRecipe.Block> blocks = FXCollections.observableArrayList();
    private final ObjectProperty<ComposeRecipe.Filters> filters =
            new SimpleObjectProperty<>(ComposeRecipe.Filters.NONE);
    private final ObservableList<Part> parts = FXCollections.observableArrayList();
    private final StringProperty score = new SimpleStringProperty("");
    private final BooleanProperty working = new SimpleBooleanProperty();
    private final ObservableList<String> findings = FXCollections.observableArrayList();
    private final StringProperty checked = new SimpleStringProperty("");
    private final ObservableList<LedgerEntry> ledger = FXCollections.observableArrayList();
    private final StringProperty standing = new SimpleStringProperty("");

    /** What a block brings: how many items it may give, its part of the score, what it scores alone. */
    record Part(String block, String take, double part, double alone) {}

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

    /** What each block brings to the score; empty while the score is not of the recipe on screen. */
    ObservableList<Part> parts() {
        return parts;
    }

    /** The score with its interval, in words. */
    StringProperty scoreProperty() {
        return score;
    }

    /** Drops a score that is no longer of the recipe on screen. */
    void forgetScore() {
        parts.clear();
        score.set("");
    }

    /** Whether lists are being made. */
    BooleanProperty workingProperty() {
        return working;
    }

    /** What is wrong or odd about the file that was checked last. */
    ObservableList<String> findings() {
        return findings;
    }

    /** Which file that is, and how it did. */
    StringProperty checkedProperty() {
        return checked;
    }

    /** All submissions, the latest first. */
    ObservableList<LedgerEntry> ledger() {
        return ledger;
    }

    /** How many are left today, and what predicts the leaderboard. */
    StringProperty standingProperty() {
        return standing;
    }
}
