package fr.traboule.reception;

import fr.traboule.ground.access.Actor;
import fr.traboule.requests.Channel;
import fr.traboule.requests.RequestId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Begins a draft with a few words, as an agent would who is interrupted. */
@Service
public class BeginDraft {

    private final KeepDrafts keepDrafts;

    BeginDraft(KeepDrafts keepDrafts) {
        this.keepDrafts = keepDrafts;
    }

    /** @param subject its code */
    public void begin(
            Actor.Agent agent, Channel channel, String description, Optional<String> subject, Optional<String> place) {
        var form = NewRequestForm.blank(RequestId.next().value()).saying(channel, description, subject, place);
        if (!(keepDrafts.save(agent, form, List.of()) instanceof KeepDrafts.Saved)) {
            throw new IllegalStateException("A new draft was there already");
        }
    }
}
