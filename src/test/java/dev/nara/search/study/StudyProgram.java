package dev.nara.search.study;

import dev.nara.TestServices;
import dev.nara.search.running.RunningStudyTest;
import dev.nara.search.running.Studies;
import dev.nara.store.RunStore;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A program that runs a study, to be killed: it says a line for each event. */
final class StudyProgram {
    private StudyProgram() {}

    /** Runs a study: the arguments are the folder of the workspace and the number of the study. */
    public static void main(String[] arguments) throws Exception {
        Path workspace = Path.of(arguments[0]);
        ExecutorService threads = Executors.newCachedThreadPool();
        try (RunStore store = RunStore.open(workspace)) {
            long study = Long.parseLong(arguments[1]);
            new Studies(store)
                    .open(TestServices.on(workspace), study, RunningStudyTest.data(), threads, new StudyListener() {
                        @Override
                        public void event(Recorded recorded) {
                            System.out.println(recorded.seq());
                        }
                    })
                    .run();
        }
        threads.shutdown();
    }
}
