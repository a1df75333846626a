package fr.traboule.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.View;

/** Writes a page: the model's values are the page's parameters, with {@code page} and, where there is one, {@code form}. */
class JteView implements View {

    private static final String FORM = "form";

    private final String template;
    private final TemplateEngine engine;
    private final PageFactory pages;

    JteView(String template, TemplateEngine engine, PageFactory pages) {
        this.template = template;
        this.engine = engine;
        this.pages = pages;
    }

    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var parameters = new HashMap<String, Object>(model == null ? Map.of() : model);
        parameters.put("page", pages.of(request));
        if (parameters.get(BindingResult.MODEL_KEY_PREFIX + FORM) instanceof BindingResult binding) {
            parameters.put(FORM, pages.form(binding, request));
        }
        var output = new Utf8ByteOutput();
        engine.render(template, parameters, output);
        response.setContentType(getContentType());
        response.setCharacterEncoding(UTF_8);
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }
}
