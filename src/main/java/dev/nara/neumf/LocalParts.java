package dev.nara.neumf;

import java.util.ArrayList;
import java.util.List;

/** Trains the parts of a model one after the other on a local engine, with the same result as on many machines. */
final class LocalParts implements PartTrainer {
    private final NeuMfEngine engine;
    private final Kernels arithmetic;
    private final String device;

    LocalParts(NeuMfEngine engine, Kernels arithmetic, String device) {
        this.engine = engine;
        this.arithmetic = arithmetic;
        this.device = device;
    }

    @Override
    public Training start(List<NeuMfPart> parts) {
        return new Training() {
            private List<LearntArrays> users = List.of();

            @Override
            public void begin(List<LearntArrays> first) {
                users = new ArrayList<>(first);
            }

            @Override
            public PartOutcome round(LearntArrays shared, NeuMfPart.Round round) {
                List<PartOutcome> outcomes = new ArrayList<>();
                for (int p = 0; p < parts.size(); p++) {
                    PartOutcome outcome =
                            parts.get(p).train(engine, arithmetic, device, users.get(p), shared.copy(), round);
                    users.set(p, outcome.users());
                    outcomes.add(outcome.withoutUsers());
                }
                return PartOutcome.meanOfAll(outcomes);
            }

            @Override
            public List<LearntArrays> end() {
                return users;
            }

            @Override
            public void close() {}
        };
    }
}
