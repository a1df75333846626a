package fr.traboule.staff;

import org.springframework.ui.Model;

/**
 * The page that asks a browser for a passkey. It has the one script of the program: browsers give passkeys to nothing else.
 *
 * @param kind what the script calls: « create » or « get »
 * @param options what the browser is asked, as JSON
 * @param action where the answer goes
 * @param otherwise where whoever has no passkey at hand, or no script, goes on
 * @param name that the new passkey is given, if one is made
 */
record PasskeyPage(String kind, String options, String action, String otherwise, String name) {

    static PasskeyPage toUse(String options, String address, String otherwise) {
        return new PasskeyPage("get", options, address + "/reponse", otherwise, "");
    }

    static PasskeyPage toMake(String options, String address, String name) {
        return new PasskeyPage("create", options, address + "/reponse", address, name);
    }

    boolean makes() {
        return kind.equals("create");
    }

    String show(Model model) {
        model.addAttribute("ask", this);
        return "staff/passkey";
    }
}
