package dev.nara.ui.tune.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.search.study.Phase;
import dev.nara.ui.tune.TuneSnapshots;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class TuneModelTest {
    @Test
    void aStudyThatWasListedBeforeItRanIsNotCalledInterrupted() {
        TuneModel model = new TuneModel();
        model.studies()
                .setAll(
                        new TuneModel.Named(4, TuneSnapshots.spec(), Phase.INTERRUPTED),
                        new TuneModel.Named(3, TuneSnapshots.spec(), Phase.CHOSEN));
        List<String> changes = new ArrayList<>();
        model.studies().addListener((ListChangeListener<TuneModel.Named>) change -> changes.add("changed"));
        model.phase(4, Phase.SEARCHING);
        model.phase(4, Phase.SEARCHING);
        assertEquals(
                List.of(Phase.SEARCHING, Phase.CHOSEN),
                model.studies().stream().map(TuneModel.Named::phase).toList());
        assertEquals(List.of("changed"), changes);
    }
}
