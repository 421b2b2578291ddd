package dev.nara.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.settings.OpenedData;
import dev.nara.ui.OnFx;
import dev.nara.ui.common.Texts;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The start screen and the line after opening, in all their states. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class StartScreenTest {
    private static final RecentData FILMS = new RecentData(
            new OpenedData("/data/films", "films", 6040, "2022-11-27"), true, false, 11, Optional.empty());
    private static final RecentData GONE =
            new RecentData(new OpenedData("/usb/pilot", "pilot", 20, "2022-11-02"), false, false, 3, Optional.empty());

    private final Texts texts = new Texts(Locale.ENGLISH);
    private final StartModel model = new StartModel();
    private final List<String> asked = new ArrayList<>();
    private final OpenedStrip strip = new OpenedStrip(texts, new OpenedStrip.Requests() {
        @Override
        public void page(String name) {
            asked.add("page " + name);
        }

        @Override
        public void train() {
            asked.add("train");
        }

        @Override
        public void watch(int child) {
            asked.add("watch " + child);
        }

        @Override
        public void tour() {
            asked.add("tour");
        }
    });

    private final StartRequests requests = new StartRequests() {
        @Override
        public void database() {}

        @Override
        public void folder() {
            asked.add("folder");
        }

        @Override
        public void file() {
            asked.add("file");
        }

        @Override
        public void sample() {
            asked.add("sample");
        }

        @Override
        public void goOn(LastRun last) {
            asked.add("go on");
        }

        @Override
        public void open(Path path) {
            asked.add("open " + path);
        }

        @Override
        public void locate(RecentData data) {
            asked.add("locate " + data.data().name());
        }

        @Override
        public void reveal(Path path) {
            asked.add("reveal");
        }

        @Override
        public void forget(RecentData data) {
            asked.add("forget");
        }

        @Override
        public void cancel() {
            asked.add("cancel");
        }
    };

    @Start
    void open(Stage stage) {
        stage.setScene(new Scene(new VBox(new StartScreen(model, texts, requests).view(), strip.view()), 1280, 740));
        stage.show();
    }

    private void press(KeyCode key) {
        OnFx.run(() -> {
            Button sample = OnFx.button("#start-sample-open");
            Event.fireEvent(sample, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
        });
    }

    private static List<String> words(String selector) {
        return OnFx.get(() ->
                OnFx.all(selector, Labeled.class).stream().map(Labeled::getText).toList());
    }

    @Test
    void atFirstEnterOpensTheSample() {
        assertFalse(OnFx.present("#start-continue"));
        assertTrue(OnFx.get(() -> OnFx.button("#start-sample-open").isDefaultButton()));
        for (String button : List.of("#start-folder", "#start-file", "#start-sample-open")) {
            OnFx.run(OnFx.button(button)::fire);
        }
        assertEquals(List.of("folder", "file", "sample"), asked);
    }

    @Test
    void whatIsReadAndWhyItCouldNotBeStandOnTheCard() {
        OnFx.run(() -> {
            model.readingProperty().set("kids");
            model.shareProperty().set(0.61);
        });
        assertEquals(List.of("Reading kids: 61%"), words("#start-reading"));
        assertTrue(OnFx.get(() -> OnFx.button("#start-sample-open").isDisabled()), "one at a time");
        OnFx.run(OnFx.button("#start-cancel")::fire);
        OnFx.run(() -> {
            model.readingProperty().set("");
            model.problemProperty().set("kids.csv, line 3: no such column");
        });
        Label problem = OnFx.find("#start-problem", Label.class);
        assertTrue(OnFx.get(problem::isVisible));
        assertEquals("kids.csv, line 3: no such column", OnFx.get(problem::getText));
        assertFalse(OnFx.get(() -> OnFx.button("#start-sample-open").isDisabled()));
        assertEquals(List.of("cancel"), asked);
    }

    @Test
    void itIsSaidOnTheCardByWhichItWasAskedFor() {
        OnFx.run(() -> {
            model.askedProperty().set(StartModel.Card.SAMPLE);
            model.readingProperty().set("sample-data");
        });
        assertEquals(List.of("Reading sample-data"), words("#start-sample #start-reading"));
        assertFalse(OnFx.present("#start-open #start-reading"));
        assertTrue(OnFx.present("#start-drop"), "the other card is as ever");
        OnFx.run(() -> {
            model.readingProperty().set("");
            model.problemProperty().set("the sample was moved");
        });
        assertEquals(List.of("the sample was moved"), words("#start-sample #start-problem"));
        assertFalse(OnFx.present("#start-reading"));
        OnFx.run(() -> {
            model.problemProperty().set("");
            model.askedProperty().set(StartModel.Card.OPEN);
            model.readingProperty().set("kids");
        });
        assertEquals(List.of("Reading kids"), words("#start-open #start-reading"));
    }

    @Test
    void digitsOpenWhatWasOpenedBefore() {
        OnFx.run(() -> model.factsProperty().set(new StartFacts(Optional.empty(), List.of(FILMS, GONE))));
        press(KeyCode.DIGIT1);
        press(KeyCode.DIGIT2);
        press(KeyCode.DIGIT3);
        OnFx.run(OnFx.find(".start-missing .hyperlink", Hyperlink.class)::fire);
        assertEquals(List.of("open " + Path.of("/data/films"), "locate pilot", "locate pilot"), asked);
        assertTrue(words(".start-recent-row .label").containsAll(List.of("films", "6,040 users", "11 runs", "3 runs")));
        assertTrue(words(".start-missing .label").contains("not found"), "the runs of it stay");
    }

    @Test
    void anotherLanguageLeavesNothingBehind() {
        OnFx.run(() -> {
            model.factsProperty().set(new StartFacts(Optional.empty(), List.of(FILMS)));
            strip.show(new OpenedFacts(35115, 2, "time:2022-04-15", false, 414, 70, false, true, 7));
            texts.localeProperty().set(Locale.KOREAN);
        });
        List<String> seen = words(".label");
        assertTrue(seen.containsAll(List.of("최근", "사용자 6,040명", "35,115행 읽음")), seen.toString());
        assertTrue(seen.stream().noneMatch(words -> words.matches(".*\\b(children|runs|Recent|Drop|rows)\\b.*")));
    }

    @Test
    void theLineAfterOpeningSaysWhatWasFoundAndLeadsOn() {
        OnFx.run(() -> strip.show(new OpenedFacts(35115, 2, "time:2022-04-15", false, 414, 70, false, true, 7)));
        assertEquals(
                List.of("2 repairs made", "split by time on 15 April", "70 of 414 scored are cold", "Tour"),
                words("#opened-strip .hyperlink"));
        OnFx.run(OnFx.button("#opened-watch")::fire);
        OnFx.run(OnFx.button("#opened-train")::fire);
        assertEquals(List.of("watch 7", "train"), asked);
        OnFx.run(() -> strip.show(new OpenedFacts(100, 0, "random:0.8", true, 20, 0, false, false, 3)));
        assertEquals(List.of("split random rows, which leaks"), words("#opened-strip .hyperlink"));
        assertTrue(OnFx.get(() -> strip.view().getStyleClass().contains("warn")));
        assertFalse(OnFx.present("#opened-watch"), "only the sample is known to be quick");
        OnFx.run(() -> strip.show(new OpenedFacts(100, 0, "", false, 0, 0, true, false, 3)));
        assertFalse(OnFx.get(strip.view()::isVisible), "a run has finished");
    }

    @Test
    void daysAreSaidAsPeopleSpeakOfThem() {
        LocalDate today = LocalDate.of(2022, 11, 29);
        assertEquals("today", Days.day(today, today, texts));
        assertEquals("yesterday", Days.day(LocalDate.of(2022, 11, 28), today, texts));
        assertEquals("2 Nov", Days.day(LocalDate.of(2022, 11, 2), today, texts));
        assertEquals("2 Nov 2021", Days.day(LocalDate.of(2021, 11, 2), today, texts));
        assertEquals("", Days.day("", texts));
    }
}
