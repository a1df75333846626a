package fr.traboule.desk;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.StaffMember;
import fr.traboule.requests.Channel;
import fr.traboule.requests.HandleRequest;
import fr.traboule.requests.Picture;
import fr.traboule.requests.PreparePictures;
import fr.traboule.requests.RequestSheet;
import fr.traboule.web.Page;
import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the page of a request: what everybody may see of its photos, where it has some. */
@Component
@Order(4)
class PicturesSection implements CaseSection {

    private final PreparePictures pictures;
    private final HandleRequest handle;
    private final TemplateEngine templates;

    PicturesSection(PreparePictures pictures, HandleRequest handle, TemplateEngine templates) {
        this.pictures = pictures;
        this.handle = handle;
        this.templates = templates;
    }

    @Override
    public Optional<Content> of(RequestSheet sheet, Page page) {
        return page.staff()
                .map(StaffMember::actor)
                .filter(agent -> !isPaper(sheet))
                .flatMap(agent -> Optional.of(pictures.of(sheet.request()))
                        .filter(photos -> !photos.isEmpty())
                        .map(photos -> content(agent, sheet, photos, page)));
    }

    /** The scans of a letter are no photos of the street, and nobody thinks of showing them. */
    private static boolean isPaper(RequestSheet sheet) {
        return sheet.request().channel() == Channel.LETTER;
    }

    private Content content(Actor.Agent agent, RequestSheet sheet, List<Picture> photos, Page page) {
        var shown = Map.<String, Object>of(
                "page",
                page,
                "request",
                sheet.request(),
                "pictures",
                photos,
                "mayHandle",
                handle.mayHandle(agent, sheet.request()));
        return output -> templates.render("desk/pictures.jte", shown, output);
    }
}
