package dev.nara.ui.shell;

import dev.nara.ui.common.Latest;
import dev.nara.ui.common.ScreenContext;
import dev.nara.ui.common.Session;
import dev.nara.ui.start.OpenedFacts;
import dev.nara.ui.start.OpenedStrip;
import dev.nara.ui.train.form.FormDraft;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Help with newly opened data: the line above the Data workspace, the quick run shown with a child's list, and the tour. */
final class FirstSteps implements OpenedStrip.Requests {
    /** The fast preset of NeuMF, which gives the first list on the sample soonest. */
    private static final String QUICK = "nara train --algorithm neumf --preset fast";

    private final ScreenContext shared;
    private final Screens screens;
    private final Switcher switcher;
    private final Choices choices;
    private final FormDraft form;
    private final OpenedStrip strip;
    private final Tour tour;
    private final StackPane line;
    private final Latest reading;
    private boolean begun;

    FirstSteps(ScreenContext shared, Screens screens, Switcher switcher, Choices choices) {
        this.shared = shared;
        this.screens = screens;
        this.switcher = switcher;
        this.choices = choices;
        form = new FormDraft(
                shared.services(), shared.session(), screens.train().form());
        strip = new OpenedStrip(shared.frame().texts(), this);
        tour = new Tour(shared.frame().texts(), switcher);
        reading = new Latest(shared.frame().jobs());
        line = new StackPane(strip.view());
        line.getStyleClass().add("opened-line");
        // If space is short, the page below shrinks instead of the line's second row.
        line.setMinHeight(Region.USE_PREF_SIZE);
        line.visibleProperty().bind(switcher.showing("data").and(strip.view().visibleProperty()));
        line.managedProperty().bind(line.visibleProperty());
        shared.session().openedProperty().addListener((o, was, is) -> opened(is));
        screens.train().runningProperty().addListener((o, was, is) -> {
            if (!is) {
                read(shared.session().openedProperty().get());
            }
        });
    }

    /** The line above the Data workspace. */
    Node line() {
        return line;
    }

    /** The cards of the tour, above the window. */
    Node cards() {
        return tour.view();
    }

    private void opened(Session.@Nullable Opened data) {
        strip.show(null);
        if (data != null && !begun) {
            begun = true;
            begin();
        }
        read(data);
    }

    /** Fills the form with the user's preferences. */
    private void begin() {
        String engine = choices.engineProperty().get();
        String metrics = choices.metricProperty().get();
        if (!engine.isEmpty()) {
            form.fill("nara train --engine " + engine);
        }
        if (!metrics.isEmpty()) {
            shared.session().chosenSplitProperty().set(Map.of("metrics", metrics));
        }
    }

    private void read(Session.@Nullable Opened data) {
        if (data != null) {
            reading.run(() -> OpenedFacts.read(shared.services(), shared.store(), data), strip::show);
        }
    }

    @Override
    public void page(String name) {
        switcher.show("data");
        screens.data().show(name);
    }

    @Override
    public void train() {
        switcher.show("train");
    }

    @Override
    public void watch(int child) {
        form.fill(QUICK);
        switcher.show("child");
        screens.child().show(child);
        screens.train().start();
    }

    @Override
    public void tour() {
        tour.begin();
    }
}
