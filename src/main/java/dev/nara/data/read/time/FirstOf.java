package dev.nara.data.read.time;

import java.util.List;

/** Several forms; the one that read the last cell is tried first. */
final class FirstOf implements TimeForm {
    private final List<TimeForm> forms;
    private TimeForm last;

    /** For the first cell, the first form is tried first. */
    FirstOf(List<TimeForm> forms) {
        this.forms = forms;
        this.last = forms.get(0);
    }

    @Override
    public boolean read(String text, WrittenTime into) {
        if (last.read(text, into)) {
            return true;
        }
        for (TimeForm form : forms) {
            if (form != last && form.read(text, into)) {
                last = form;
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean read(long number, WrittenTime into) {
        return last.read(number, into) || read(Long.toString(number), into);
    }
}
