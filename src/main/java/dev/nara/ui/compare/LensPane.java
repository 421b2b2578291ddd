package dev.nara.ui.compare;

import dev.nara.analysis.ComparedRow;
import dev.nara.analysis.ProtocolComparison;
import dev.nara.analysis.ProtocolRanks;
import dev.nara.run.RunEvent;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Links;
import dev.nara.ui.common.Placeholder;
import dev.nara.ui.common.Texts;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Shows how the settings rank under other protocols; these are evaluated only on request. */
final class LensPane {
    /** The approximate number of times that a model is ranked: under each protocol, and for each draw of negatives. */
    private static final int RANKINGS = 16;

    private final CompareModel model;
    private final Texts texts;
    private final RowLook look;
    private final Runnable evaluate;
    private final Runnable stop;
    private final StringProperty detail = new SimpleStringProperty("");
    private final StackPane place = new StackPane();
    private final VBox root;

    /** {@code evaluate} computes the ranks, {@code stop} cancels that, {@code all} opens the page with the figures. */
    LensPane(CompareModel model, Texts texts, RowLook look, Runnable evaluate, Runnable stop, Runnable all) {
        this.model = model;
        this.texts = texts;
        this.look = look;
        this.evaluate = evaluate;
        this.stop = stop;
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Hyperlink more = Links.of("compare-all-protocols", texts.binding("compare.lens.all"), all);
        HBox head = new HBox(
                Labels.whole(texts.binding("compare.lens"), "card-title"), Labels.of(detail, "card-detail"), gap, more);
        head.getStyleClass().add("card-head");
        VBox.setVgrow(place, Priority.ALWAYS);
        root = new VBox(head, place);
        root.setId("compare-lens");
        root.getStyleClass().add("card");
        root.setMinWidth(352);
        root.setPrefWidth(352);
        model.protocols().addListener((ListChangeListener<ProtocolComparison.Row>) change -> renew());
        model.rows().addListener((ListChangeListener<ComparedRow>) change -> renew());
        model.evaluatingProperty().addListener((o, was, is) -> renew());
    }

    Region root() {
        return root;
    }

    /** Updates the ranks after a change of ranks, colours or language. */
    void renew() {
        detail.set("");
        if (model.evaluatingProperty().get()) {
            place.getChildren()
                    .setAll(new Placeholder(texts)
                            .loading(
                                    Text.of("compare.lens.computing"),
                                    new Placeholder.Step(Text.of("compare.lens.stop"), stop)));
        } else if (model.protocols().isEmpty()) {
            place.getChildren()
                    .setAll(new Placeholder(texts)
                            .empty(Text.of("compare.lens.empty"), new Placeholder.Step(computing(), evaluate)));
        } else {
            show();
        }
    }

    /** The text of the button, with the expected time if evaluation times are known. */
    private Text computing() {
        double seconds = 0;
        for (StoredRun run : model.chosen()) {
            seconds += RANKINGS
                    * run.best().map(RunEvent.EpochDone::evaluationSeconds).orElse(0.0);
        }
        return seconds < 1
                ? Text.of("compare.lens.compute")
                : Text.of("compare.lens.compute.time", Numbers.rounded(seconds));
    }

    private void show() {
        List<ComparedRow> settings = model.rows().stream()
                .filter(row -> model.evaluated().stream().anyMatch(run -> row.has(run.id())))
                .toList();
        ProtocolRanks ranks = ProtocolRanks.of(
                new ProtocolComparison(List.copyOf(model.protocols()), List.copyOf(model.claims())),
                settings.stream()
                        .map(row -> row.runs().stream().map(StoredRun::id).toList())
                        .toList(),
                List.copyOf(model.evaluated()),
                model.metricProperty().get());
        if (settings.isEmpty()) {
            return;
        }
        detail.set(texts.get(
                "compare.lens.leads",
                settings.get(0).number(),
                ranks.leads(0),
                ranks.protocols().size()));
        place.getChildren().setAll(new LensPlot(ranks, settings, look, texts));
    }
}
