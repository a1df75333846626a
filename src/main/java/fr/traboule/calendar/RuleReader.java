package fr.traboule.calendar;

import ch.poole.openinghoursparser.Rule;
import fr.traboule.calendar.OpeningRule.Joint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a rule of the parser into one of ours. */
final class RuleReader {

    private RuleReader() {}

    static OpeningRule read(Rule rule) {
        var comment = comment(rule);
        return DayReader.read(rule)
                .map(days -> new OpeningRule(joint(rule), days, HoursReader.read(rule, state(rule)), comment))
                .orElseGet(() -> unknownEveryDay(rule, comment));
    }

    private static OpeningRule unknownEveryDay(Rule rule, @Nullable String comment) {
        return new OpeningRule(joint(rule), DaySelector.EVERY_DAY, List.of(Hours.wholeDay(OpenState.UNKNOWN)), comment);
    }

    static Joint joint(Rule rule) {
        if (rule.isFallBack()) {
            return Joint.FALLS_BACK;
        }
        return rule.isAdditive() ? Joint.ADDS : Joint.REPLACES;
    }

    /** A comment without a modifier is a condition: « on appointment » does not say open. */
    static OpenState state(Rule rule) {
        var modifier = rule.getModifier();
        if (modifier == null || modifier.getModifier() == null) {
            return modifier == null && rule.getComment() == null ? OpenState.OPEN : OpenState.UNKNOWN;
        }
        return switch (modifier.getModifier()) {
            case OPEN -> OpenState.OPEN;
            case CLOSED, OFF -> OpenState.CLOSED;
            case UNKNOWN -> OpenState.UNKNOWN;
        };
    }

    static @Nullable String comment(Rule rule) {
        var modifier = rule.getModifier();
        var comment = modifier == null || modifier.getComment() == null ? rule.getComment() : modifier.getComment();
        return comment == null || comment.isBlank() ? null : comment;
    }
}
