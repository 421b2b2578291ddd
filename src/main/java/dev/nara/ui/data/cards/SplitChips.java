package dev.nara.ui.data.cards;

import dev.nara.data.LogCalendar;
import dev.nara.eval.CandidateRules;
import dev.nara.spec.RunSettings;
import dev.nara.spec.SplitParts;
import dev.nara.split.Split;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Session.Opened;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Tips;
import dev.nara.ui.data.figures.DataWords;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The chips below the parts of a split: leakage, the time zone of days, whether seen items remain in lists, and warnings. */
final class SplitChips extends HBox {
    private final Texts texts;
    private final Requests requests;
    private final Label leak = new Label();
    private final MenuButton zone = new MenuButton();
    private final SwitchBox stay = new SwitchBox("seen-stay");
    private final HBox staying = new HBox(stay);
    private final Label known = new Label();
    private final Button warnings = new Button();
    private boolean timed = true;

    /** The requests of these chips. */
    interface Requests {
        /** Sets these settings of the split, by name, and keeps the others. */
        void set(Map<String, String> some);

        /** Opens all settings of the split, with the warnings. */
        void settings();

        /** Sets the time zone in which days start. */
        void zone(String zone);

        /** Asks for a time zone that is not in the menu. */
        void otherZone();
    }

    SplitChips(Texts texts, Requests requests) {
        this.texts = texts;
        this.requests = requests;
        leak.setId("split-leak");
        zone.setId("split-zone");
        zone.getStyleClass().add("chip");
        zone.accessibleTextProperty().bind(texts.binding("data.zone.choose"));
        staying.getStyleClass().addAll("chip", "switch-chip");
        stay.setOnAction(e -> requests.set(
                Map.of(RunSettings.CANDIDATES, stay.isSelected() ? CandidateRules.KEPT : CandidateRules.MASKED)));
        known.getStyleClass().add("card-detail");
        warnings.setId("split-warnings-count");
        warnings.getStyleClass().addAll("chip", "warn-chip");
        warnings.setGraphic(Icons.of(Feather.ALERT_TRIANGLE, "warn"));
        warnings.setOnAction(e -> requests.settings());
        for (Region chip : List.of(leak, zone, staying, warnings)) {
            chip.setMinWidth(Region.USE_PREF_SIZE);
            chip.managedProperty().bind(chip.visibleProperty());
        }
        getStyleClass().add("split-chips");
        getChildren().addAll(leak, zone, staying, known, warnings);
        leak.setVisible(false);
        staying.setVisible(false);
        warnings.setVisible(false);
    }

    /** Offers the time zones that suit the data. */
    void show(Opened opened, DataWords words) {
        LogCalendar calendar = opened.dataset().calendar();
        timed = opened.dataset().timed();
        zone.setVisible(calendar.kind() == LogCalendar.Kind.INSTANTS);
        zone.setText(calendar.zoneName());
        zone.getItems().clear();
        Set<String> zones = new LinkedHashSet<>(List.of(
                calendar.zoneName(), "UTC", "Asia/Seoul", ZoneId.systemDefault().getId()));
        for (String name : zones) {
            MenuItem item = new MenuItem(name);
            item.setOnAction(e -> requests.zone(name));
            zone.getItems().add(item);
        }
        MenuItem other = new MenuItem(texts.get("data.zone.other"));
        other.setOnAction(e -> requests.otherZone());
        zone.getItems().add(other);
        stay.setText(words.get("stay"));
    }

    /** Shows the facts about a split. */
    void show(Tried tried, DataWords words) {
        SplitParts parts = tried.parts();
        staying.setVisible(tried.candidates().startsWith("all:"));
        stay.setSelected(tried.candidates().startsWith(CandidateRules.KEPT));
        String share = Numbers.percent(parts.known(), 0);
        boolean repeats = parts.flattery() == Split.Flattery.NONE && parts.known() > 0;
        known.setText(repeats ? texts.get("data.known", share) : "");
        Tips.on(known, known.getText());
        switch (parts.flattery()) {
            case NONE -> leak("good", texts.get("data.leak", "0%"));
            case FUTURE -> later();
            case RANDOM -> {
                if (parts.known() > 0) {
                    leak("bad", texts.get("data.leak", share));
                } else {
                    later();
                }
            }
            case UNKNOWN ->
                leak(
                        parts.known() > 0 ? "warn" : "good",
                        parts.known() > 0 ? texts.get("data.leak.known", share) : texts.get("data.leak", "0%"));
        }
        int count = tried.warnings().size();
        warnings.setVisible(count > 0);
        warnings.setText(texts.get(count == 1 ? "data.warnings.one" : "data.warnings", count));
    }

    /** Warns that later rows are used for training; without times this is unknown. */
    private void later() {
        leak(timed ? "warn" : "", texts.get(timed ? "data.leak.later" : "data.leak.unknown"));
    }

    private void leak(String kind, String words) {
        leak.getStyleClass().setAll("label", "chip", "leak-chip");
        leak.setGraphic(
                Icons.of(kind.equals("good") ? Feather.CHECK : kind.isEmpty() ? Feather.INFO : Feather.ALERT_TRIANGLE));
        if (!kind.isEmpty()) {
            leak.getStyleClass().add(kind);
            leak.getGraphic().getStyleClass().add(kind);
        }
        leak.setText(words);
        Tips.on(leak, texts.get("data.leak.what"));
        leak.setVisible(true);
    }
}
