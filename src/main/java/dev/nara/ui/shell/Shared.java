package dev.nara.ui.shell;

import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.ui.common.Frame;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Session;

/** What all workspaces of a window share: the domain, the open workspace folder, what is on screen, and the window's means. */
record Shared(Services services, RunStore store, Session session, Frame frame, Pseudonymiser pseudonymiser) {}
