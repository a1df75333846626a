package fr.traboule.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One answer on a « check your answers » page: what was asked, what was said, where to change it. */
public record SummaryRow(
        String key, List<String> lines, @Nullable String changeAddress) {}
