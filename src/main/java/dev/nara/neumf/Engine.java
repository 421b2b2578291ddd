package dev.nara.neumf;

import dev.nara.algorithm.Device;
import dev.nara.text.Text;
import java.util.List;
import java.util.Optional;

/** What computes gradients: an engine and the devices it sees. */
public interface Engine {
    /** The name, as in a run's record. */
    String id();

    /** Why it cannot be used on this machine; empty when it can. May load native libraries. */
    Optional<Text> unavailable();

    /** Every device: what can be used, and what cannot with the reason. */
    List<Device> devices();

    /** Prepares a model; {@code device} is "auto" or the id of a usable device. */
    Gradients open(NeuMfSpec spec, int capacity, boolean dropout, String device);
}
