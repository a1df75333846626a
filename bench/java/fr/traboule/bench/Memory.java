package fr.traboule.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What processes occupy, as Linux counts it: proportional set size, so that shared pages count once. */
final class Memory {

    private Memory() {}

    /** In MiB, of a process alone. */
    static long of(long pid) {
        try (var lines = Files.lines(Path.of("/proc/%d/smaps_rollup".formatted(pid)))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / 1024;
        } catch (IOException ended) {
            return 0;
        }
    }

    /** In MiB, of a process and those that it started. */
    static long ofFamily(long pid) {
        return Stream.concat(
                        Stream.of(pid),
                        ProcessHandle.of(pid).stream()
                                .flatMap(ProcessHandle::descendants)
                                .map(ProcessHandle::pid))
                .mapToLong(Memory::of)
                .sum();
    }
}
