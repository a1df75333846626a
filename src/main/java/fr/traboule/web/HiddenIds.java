package fr.traboule.web;

import java.beans.PropertyEditorSupport;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** An id that a page hides in its form is never typed: one that is none was forged, and counts as missing. */
@ControllerAdvice
class HiddenIds {

    @InitBinder("form")
    void read(WebDataBinder binder) {
        binder.registerCustomEditor(UUID.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
                setValue(id(text));
            }
        });
    }

    private static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException forged) {
            return null;
        }
    }
}
