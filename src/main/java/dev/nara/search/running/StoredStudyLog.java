package dev.nara.search.running;

import dev.nara.data.DataException;
import dev.nara.search.study.Recorded;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudyJson;
import dev.nara.search.study.StudyLog;
import dev.nara.store.database.StudyTable;
import dev.nara.store.entry.StoredStudy;
import java.util.ArrayList;
import java.util.List;

/** The stored events of a study. */
final class StoredStudyLog implements StudyLog {
    private final StudyTable table;
    private final long study;

    StoredStudyLog(StudyTable table, long study) {
        this.table = table;
        this.study = study;
    }

    @Override
    public List<Recorded> since(long seq) throws DataException {
        List<Recorded> events = new ArrayList<>();
        for (StoredStudy.Event event : table.events(study, seq)) {
            try {
                events.add(new Recorded(event.seq(), event.seconds(), event.at(), StudyJson.event(event.event())));
            } catch (RuntimeException e) {
                throw table.damaged(study, e);
            }
        }
        return events;
    }

    @Override
    public void append(double seconds, Made made) throws DataException {
        table.change(() -> {
            for (StudyEvent event : made.make()) {
                table.append(study, seconds, StudyJson.json(event).toString());
            }
        });
    }

    @Override
    public void clock(double seconds) throws DataException {
        table.clock(study, seconds);
    }
}
