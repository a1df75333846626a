package fr.traboule.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no city yet: somebody still has to load one. */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
public class NotReady extends RuntimeException {}
