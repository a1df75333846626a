package fr.traboule.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.view.RedirectView;

/** To another page after a POST; the model stays behind. */
class SeeOther extends RedirectView {

    SeeOther(String address) {
        super(address, true);
        setExposeModelAttributes(false);
        setStatusCode(HttpStatus.SEE_OTHER);
    }
}
