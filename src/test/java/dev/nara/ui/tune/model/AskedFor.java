package dev.nara.ui.tune.model;

import dev.nara.search.space.Dimension;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes down what was asked for. */
public final class AskedFor implements TuneRequests {
    public final List<Object> all = new ArrayList<>();

    @Override
    public void open(long study) {
        all.add("open " + study);
    }

    @Override
    public void start() {
        all.add("start");
    }

    @Override
    public void goOn() {
        all.add("go on");
    }

    @Override
    public void finish() {
        all.add("finish");
    }

    @Override
    public void steer(StudyEvent.Steering event) {
        all.add(event);
    }

    @Override
    public void undo(long from) {
        all.add("undo " + from);
    }

    @Override
    public void tryThese(Map<String, String> settings) {
        all.add(settings);
    }

    @Override
    public void prefer(Dimension dimension) {
        all.add("prefer " + dimension.name());
    }

    @Override
    public void fix(Dimension dimension) {
        all.add("fix " + dimension.name());
    }

    @Override
    public void vary(String parameter) {
        all.add("vary " + parameter);
    }

    @Override
    public void why(Trial trial) {
        all.add("why " + trial.number());
    }

    @Override
    public void child(Trial trial) {
        all.add("child " + trial.number());
    }

    @Override
    public void compare() {
        all.add("compare");
    }

    @Override
    public void test() {
        all.add("test");
    }

    @Override
    public void savePreset(Trial trial) {
        all.add("preset " + trial.number());
    }

    @Override
    public void report() {
        all.add("report");
    }
}
