package fr.traboule.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Too much comes from one place for it to be people at their ease. */
@ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
public class TooMany extends RuntimeException {}
