package dev.nara.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.slf4j.LoggerFactory;

/**
 * Creates files and folders that only their owner can read, whatever the user's default permissions are, because the data is about
 * children.
 */
public final class PrivateFiles {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private PrivateFiles() {}

    /** The attributes for a new file. */
    public static FileAttribute<?>[] ofFile() {
        return attributes("rw-------");
    }

    private static FileAttribute<?>[] attributes(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Creates a folder and its missing parents; existing ones stay unchanged. */
    public static void createFolder(Path folder) throws IOException {
        OwnPlaces.checkNoLink(folder);
        boolean fresh = !Files.exists(folder);
        Files.createDirectories(folder, attributes("rwx------"));
        if (fresh && !POSIX) {
            // New files in it inherit the permissions.
            close(folder);
        }
    }

    /** Creates the folder of a file, if it is missing. */
    public static void createFolderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            createFolder(folder);
        }
    }

    /** Creates an empty file if there is none. */
    public static void create(Path file) throws IOException {
        OwnPlaces.checkNoLink(file);
        try {
            Files.createFile(file, ofFile());
        } catch (FileAlreadyExistsException e) {
            // It already exists.
        }
    }

    /**
     * Opens one of the program's own files, to lock or to change it.
     *
     * @throws IOException if it cannot be opened, is a symbolic link in a workspace, or is a pipe or a device, which could block
     */
    public static FileChannel open(Path file, StandardOpenOption... options) throws IOException {
        OwnPlaces.checkNoLink(file);
        if (Destination.isStream(file)) {
            throw new IOException(file + " is no file");
        }
        return FileChannel.open(file, options);
    }

    /** Whether users other than the owner have any permission on a file or a folder, if the file system can tell. */
    public static boolean isOpen(Path path) throws IOException {
        return POSIX
                && !Collections.disjoint(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS), OTHERS)
                && !Files.isSymbolicLink(path);
    }

    /**
     * Removes the permissions of all users except the owner; does nothing if another user owns it or the file system does not support it.
     */
    public static void close(Path path) throws IOException {
        try {
            closeOwn(path);
        } catch (FileSystemException e) {
            // The logger is created here because this class creates the folder of the log before logging is possible.
            LoggerFactory.getLogger(PrivateFiles.class).info("{} stays as it is", path, e);
        }
    }

    private static void closeOwn(Path path) throws IOException {
        if (POSIX) {
            Set<PosixFilePermission> now = Files.getPosixFilePermissions(path);
            if (now.removeAll(OTHERS)) {
                Files.setPosixFilePermissions(path, now);
            }
            return;
        }
        AclFileAttributeView view = Files.getFileAttributeView(path, AclFileAttributeView.class);
        if (view != null) {
            view.setAcl(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(Files.getOwner(path))
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .setFlags(
                            Files.isDirectory(path)
                                    ? EnumSet.of(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT)
                                    : EnumSet.noneOf(AclEntryFlag.class))
                    .build()));
        }
    }

    /** Copies the permissions of the file to be replaced, if it exists and the file system has permissions. */
    static void likeOld(Path old, Path replacing) throws IOException {
        if (POSIX && Files.exists(old)) {
            Files.setPosixFilePermissions(replacing, Files.getPosixFilePermissions(old));
        }
    }
}
